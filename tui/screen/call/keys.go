package call

import (
	"time"

	tea "charm.land/bubbletea/v2"

	"github.com/gapbook/gapbook/tui/keys"
	"github.com/gapbook/gapbook/tui/screen"
	"github.com/gapbook/gapbook/tui/screen/transcripts"
)

const jump = 10 * time.Second

func (p *Page) Scope() keys.Scope {
	switch x := p.row(); {
	case p.file.IsOpen():
		return p.file.Scope()
	case p.asking:
		return keys.Verdict
	case p.at == scripted && p.script.asking:
		return keys.Find
	case p.at == scripted:
		return keys.Script
	case p.second:
		return keys.Blind
	case p.at == rubric && x.check == nil && x.key() != "":
		return keys.Heard
	}
	return keys.Call
}

func (p *Page) Typing() bool {
	return p.file.IsOpen() || !p.asking && (p.at == noted || p.at == scripted && p.script.asking)
}

func (p *Page) Offers(a keys.Action) bool {
	x, script := p.row(), p.at == scripted
	switch {
	case a == keys.Back:
		return true
	case p.file.IsOpen():
		return a != keys.Next // it marks several; one is wanted
	case p.c == nil:
		return false
	}
	switch a {
	case keys.AnswerYes, keys.AnswerPartly, keys.AnswerNo, keys.AnswerNA, keys.Rate:
		return x.check != nil
	case keys.TakeQuote:
		return script && !p.second && p.script.cue() != nil
	case keys.AddObjection, keys.MakeFinding:
		return !p.second && (!script || p.script.cue() != nil)
	case keys.Confirmed:
		return !p.second && (script && p.script.hintAt() != nil || !script && x.hint != nil)
	case keys.Remove:
		if script {
			return !p.second && p.script.hintAt() != nil
		}
		return x.answer != nil || x.objection != nil || x.hint != nil
	case keys.NextHint:
		return !p.second && len(p.script.hints) > 0
	case keys.Follow:
		return p.script.free && p.script.now >= 0
	case keys.Open:
		return script && p.script.t != nil && p.script.t.Timed || !script && (x.check != nil || x.objection != nil || x.unknown != "")
	case keys.More:
		return p.c.Transcript != "" || !p.second
	case keys.AttachFile:
		return p.c.Transcript == "" || script && !p.second
	}
	return true
}

func (p *Page) key(msg tea.KeyPressMsg) tea.Cmd {
	a := screen.Key(p, msg)
	if a == keys.None && p.at == noted && !p.asking {
		return p.write(msg) // draws anew only what changes with it
	}
	p.top = nil
	if p.asking {
		was := p.heard
		p.asking, p.heard = false, ""
		switch a {
		case keys.None: // the key was no answer: nothing that is typed gets lost
			return p.key(msg)
		case keys.AnswerYes, keys.AnswerPartly, keys.AnswerNo, keys.AnswerNA:
			p.answer(results[a], was)
		case keys.Remove:
			p.clear()
		}
		return nil
	}
	if p.at == scripted && p.script.asking {
		p.searching(a, msg)
		return nil
	}
	switch a {
	case keys.Clock:
		return p.ticking(p.clock.toggle())
	case keys.BackTen, keys.Left:
		p.clock.jump(-jump)
	case keys.AheadTen, keys.Right:
		p.clock.jump(jump)
	case keys.GoTime:
		p.askTime()
	case keys.Next:
		p.next(1)
	case keys.Prev:
		p.next(-1)
	case keys.More:
		return p.turn()
	case keys.AttachFile:
		return p.file.Ask(p.c)
	case keys.SecondRater:
		p.turnSecond()
	case keys.AddObjection:
		p.objection()
	case keys.MakeFinding:
		p.finding()
	case keys.Confirmed:
		p.confirm()
	case keys.Rate:
		p.rate()
	case keys.Cancel, keys.None:
	default:
		if p.at == scripted {
			p.inScript(a)
		} else {
			p.inRubric(a)
		}
	}
	return nil
}

// inRubric is what a key means beside the note.
func (p *Page) inRubric(a keys.Action) {
	switch a {
	case keys.NextItem:
		p.list.Do(keys.Down)
	case keys.PrevItem:
		p.list.Do(keys.Up)
	case keys.AnswerYes, keys.AnswerPartly, keys.AnswerNo, keys.AnswerNA:
		p.answer(results[a], "")
	case keys.Remove:
		p.clear()
	case keys.Open:
		p.remark()
	case keys.Edit:
		p.details()
	default:
		p.list.Do(a)
	}
}

// inScript is what a key means in the transcript.
func (p *Page) inScript(a keys.Action) {
	cue := p.script.cue()
	switch {
	case a == keys.NextItem || a == keys.PrevItem:
		p.inRubric(a)
	case p.script.do(a) || cue == nil:
	case a == keys.Open && p.script.t.Timed:
		p.clock.set(time.Duration(cue.Start) * time.Millisecond)
		p.script.free = false
	case a == keys.TakeQuote:
		p.quote()
	case a == keys.Remove:
		p.ruleOut(p.script.hintAt())
	case a == keys.Filter:
		p.script.asking = true
		p.script.field.SelectAll()
	case a == keys.NextHint:
		p.Env.Say("nothing here sounds like an objection that is not there yet")
	case a == keys.MapSpeakers:
		if len(p.script.t.Speakers) == 0 {
			p.Env.Say("this transcript names no speakers")
			return
		}
		p.Env.Ask(transcripts.Speakers(p.Env, p.c, p.script.t))
	}
}

func (p *Page) searching(a keys.Action, msg tea.Msg) {
	switch a {
	case keys.Open:
		p.script.asking = false
	case keys.Down:
		p.script.found(1)
	case keys.Up:
		p.script.found(-1)
	default:
		p.script.typed(msg)
	}
}

// turn shows the transcript, or the note again.
func (p *Page) turn() tea.Cmd {
	switch {
	case p.c.Transcript == "" && p.second:
		p.Env.Say("there is no transcript")
	case p.c.Transcript == "" && p.Env.Book.ReadOnly() == "":
		return p.file.Ask(p.c) // to be shown it has to be there
	case p.at == scripted && p.second:
		p.focus(rubric)
	case p.at == scripted:
		p.focus(noted)
	default:
		p.focus(scripted)
	}
	return nil
}

// rate asks for the answer to the item on the card; from the transcript, with the selected cue as its evidence.
func (p *Page) rate() {
	switch {
	case p.row().check == nil:
		p.Env.Say("choose an item of the rubric first: ctrl+n and ctrl+p lead to them from the note")
	case p.at == scripted:
		p.evidence()
	default:
		p.asking = true
	}
}
