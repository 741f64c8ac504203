// Package screen is the contract between the root of the app and its pages: the Screen interface, the Env that a page
// lives in, the routes, and the workbook as the app sees it. The pages themselves are packages below it. It imports
// model, style, keys and dialog; a page imports what is below it and never another page or the root.
//
// # Writing a page
//
// A page is a package tui/screen/<name> with a pointer struct that embeds Base, and a maker:
//
//	type Page struct {
//		screen.Base
//		list *widget.List
//	}
//
//	func New(env *screen.Env, r screen.Route) screen.Screen {
//		p := &Page{Base: screen.Base{Env: env}, list: widget.NewList(env.Style, …)}
//		p.Refresh()
//		return p
//	}
//
// It becomes reachable with one line in tui/routes.go. Its bindings stand in tui/keys/<name>.go, as rows of the table;
// footer and help come from there. Keys reach Update as tea.KeyPressMsg; ask for their meaning:
//
//	case tea.KeyPressMsg:
//		switch a := screen.Key(p, msg); a {
//		case keys.Open:
//			p.Env.Go(screen.Route{Kind: screen.Interview, ID: p.list.Key()})
//		default:
//			p.list.Press(a, msg)
//		}
//
// The rules:
//
//   - Read from p.Env.E() in Refresh, keep what the view needs, draw in View at exactly p.W by p.H. Sizes come from
//     layout.Screen(p.W, p.H).Rows(…) and .Cols(…), text is brought to size by layout.Fit and layout.Block, and text
//     from the file goes through layout.Clean. Looks come from p.Env.Style by name.
//   - Change the engagement only by p.Env.Edit("rate answer", screen.Set(3, "interviews", id, …)). It takes effect at
//     once and is one undo step; the root calls Refresh, saves and scores. Text fields send their text when the person
//     pauses or leaves (Flush), not on each key.
//   - No file access, no waiting and no go statement in Update and View. Slow work is a tea.Cmd, wrapped in
//     screen.For(route, cmd) so that the answer finds the page, with a revision in it where it may come late.
//   - Ask with p.Env.Ask(&dialog.Form{…}); its function runs on the UI goroutine and may call Edit, Go and Ask.
//   - Refresh comes after the page's own edits too, also while the person types: a field takes the text of the snapshot
//     only where it is not what the field itself sent.
//   - esc is Back(): return true when something was left (a field, a filter), false to let the root go back.
//   - Undo is one for the whole app: the root flushes the page, takes a step back in the workbook, and the field adopts
//     the text of the new snapshot.
//   - A page may also be a Drafter (text not yet sent: the header says so) and an Offerer (keys that mean nothing now
//     leave the footer).
//   - The root has keys of its own (quit, help, undo, go-to letters); those never reach a page. While Typing() is true
//     every printable key does.
//   - Update(screen.Shown{Route}) comes whenever the page is shown, the first time too: look at Route.At (a question, a
//     check) for the place to go to, and begin there what needs the outside (a scan, a timer).
//   - Text that is being typed is flushed by the root when the person pauses (300 ms), at least every second, and before
//     anything that leaves: a page needs no timer for it.
//
// Tests drive a page alone (Env.Taken says what it asked for) or the whole app on a screen:
//
//	a, path := tuitest.Open(t, tuitest.Sample, 80, 24)
//	a.Wait("Home")
//	a.Press("I", "enter")
//	a.Type("! nobody owns the date")
//	a.File(path, "nobody owns the date") // saved
package screen
