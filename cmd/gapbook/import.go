package main

import (
	"fmt"
	"io"
	"os"
	"strconv"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"github.com/gapbook/gapbook/model"
	"github.com/gapbook/gapbook/model/check"
	"github.com/gapbook/gapbook/model/crm"
	"github.com/gapbook/gapbook/model/crm/intake"
)

func newImport() *cobra.Command {
	cmd := &cobra.Command{
		Use:   "import",
		Short: "Bring in what the client's systems export",
		Args:  usage(cobra.NoArgs),
		RunE: func(*cobra.Command, []string) error {
			return usagef("gapbook import crm EXPORT.csv --into FILE, gapbook import people STAFF.csv --into FILE, or gapbook import transcript CALL.vtt --into FILE --call ID", "say what to import")
		},
	}
	cmd.AddCommand(newImportCRM(), newImportTranscript(), newImportPeople())
	return cmd
}

func newImportCRM() *cobra.Command {
	var into, from, to string
	var columns, stages, rates []string
	var dry bool
	var day asOf
	opt := crm.Options{}
	cmd := &cobra.Command{
		Use:   "crm CSV... --into FILE",
		Short: "Read a stage history or a deal list into a funnel snapshot",
		Long: `Read what the client's CRM exports, as it is, into a funnel snapshot of the engagement.

Taken are the reports and objects of Salesforce (Opportunity History, OpportunityHistory, Opportunity Field
History), HubSpot's deals with the dates of their stages, any other stage history, lists of deals, and leads.
Several files are read as one: a history in parts, a history with the list of deals, deals with leads.

It says what was understood and what was left out and why. What the file cannot say is asked for, once: stage
names with --stage, columns with --map, currencies with --rate, the order of 03/04/2026 with --dates. What was
given is kept under "crm" in the engagement. Where anything is in doubt, nothing is changed.`,
		Example: "  gapbook import crm history.csv --into acme.yaml --dry-run      # see what is understood\n" +
			"  gapbook import crm history.csv deals.csv --into acme.yaml --stage \"Demo held=discovery\" --rate MXN=0.055\n" +
			"  gapbook import crm later.csv --into acme.yaml --label day-90 --from 2026-04-01 --to 2026-06-30\n" +
			"  gapbook import crm history.csv --into acme.yaml --label owners --by owner",
		Args: usage(cobra.MinimumNArgs(1)),
		RunE: func(cmd *cobra.Command, args []string) error {
			today, err := day.day()
			if err != nil {
				return err
			}
			if into == "" {
				return usagef("for example: gapbook import crm history.csv --into acme.yaml", "say which engagement with --into FILE")
			}
			opt.Today, opt.From, opt.To = today, model.Date(from), model.Date(to)
			if opt.Map, err = pairs("--map", columns); err != nil {
				return err
			}
			if opt.Stages, err = pairs("--stage", stages); err != nil {
				return err
			}
			if opt.Rates, err = numbers("--rate", rates); err != nil {
				return err
			}
			book, err := openToWrite(cmd, into)
			if err != nil {
				return err
			}
			defer book.Close()
			now := book.Now()
			if problems := report(cmd.ErrOrStderr(), into, check.Errors(now.Problems)); problems != nil {
				fmt.Fprintln(cmd.ErrOrStderr(), "nothing was imported; mend these first")
				return problems
			}
			opt.Progress = progress(cmd.ErrOrStderr())
			res, err := crm.Read(filesOf(args), now.E, opt)
			opt.Progress(0)
			if err != nil {
				return err
			}
			for _, line := range res.Understood {
				fmt.Fprintln(cmd.OutOrStdout(), printable(line))
			}
			if dry {
				fmt.Fprintln(cmd.OutOrStdout(), printable("A dry run: "+into+" is as it was."))
				return nil
			}
			if err := book.Apply("import "+res.Funnel.Label, intake.Edits(now.E, res, opt)...); err != nil {
				return err
			}
			if err := save(cmd, book); err != nil {
				return err
			}
			look := "gapbook funnel " + into
			if len(now.E.Funnels) > 0 && now.E.Funnels[0].Label != res.Funnel.Label { // the first is what funnel shows
				look += fmt.Sprintf(" --label %q", res.Funnel.Label)
			}
			fmt.Fprintln(cmd.OutOrStdout(), printable(fmt.Sprintf("Saved in %s as snapshot %q; look at it with: %s", into, res.Funnel.Label, look)))
			return nil
		},
	}
	day.flag(cmd)
	f := cmd.Flags()
	f.StringVar(&into, "into", "", "the engagement that takes the snapshot")
	f.StringVar(&opt.Label, "label", "", "name of the snapshot; absent: baseline, then the period")
	f.StringArrayVar(&columns, "map", nil, "which column holds a field, as field=column ("+fieldNames()+")")
	f.StringArrayVar(&stages, "stage", nil, "which stage a name of the export means, as \"Their name=id\"; or won, lost, ignore; for leads mql, sql")
	f.StringVar(&from, "from", "", "first creation day that counts")
	f.StringVar(&to, "to", "", "last creation day that counts")
	f.StringArrayVar(&rates, "rate", nil, "a currency in the client's, as MXN=0.055")
	f.StringVar(&opt.DateOrder, "dates", "", "mdy or dmy, where 03/04/2026 can be read both ways")
	f.StringVar(&opt.LeadsInto, "leads-into", "", "the snapshot that takes a file of leads alone")
	f.IntVar(&opt.Horizon, "horizon", 0, "count only what happened within so many days of a deal's creation")
	f.StringSliceVar(&opt.By, "by", nil, "count the funnel once more by owner, team, segment or a column (owners' names then stand in the file)")
	f.BoolVar(&dry, "dry-run", false, "say what is understood and change nothing")
	return cmd
}

func filesOf(paths []string) []crm.File {
	var out []crm.File
	for _, p := range paths {
		if p == "-" {
			out = append(out, crm.File{Name: "standard input", Open: func() (io.ReadCloser, error) { return io.NopCloser(os.Stdin), nil }, Once: true})
			continue
		}
		out = append(out, crm.File{Name: p, Open: func() (io.ReadCloser, error) { return os.Open(p) }})
	}
	return out
}

func fieldNames() string {
	var out []string
	for _, f := range crm.Fields {
		out = append(out, f.Name)
	}
	return strings.Join(out, ", ")
}

func pairs(flag string, list []string) (map[string]string, error) {
	out := map[string]string{}
	for _, s := range list {
		i := strings.LastIndex(s, "=")
		if flag == "--map" {
			i = strings.Index(s, "=")
		}
		if i < 1 || i == len(s)-1 {
			return nil, usagef("", "%s %q should be name=value", flag, s)
		}
		out[strings.TrimSpace(s[:i])] = strings.TrimSpace(s[i+1:])
	}
	return out, nil
}

func numbers(flag string, list []string) (map[string]float64, error) {
	texts, err := pairs(flag, list)
	if err != nil {
		return nil, err
	}
	out := map[string]float64{}
	for k, v := range texts {
		x, err := strconv.ParseFloat(v, 64)
		if err != nil || x <= 0 {
			return nil, usagef("for example: "+flag+" MXN=0.055", "%s %s=%s is no rate", flag, k, v)
		}
		out[strings.ToUpper(k)] = x
	}
	return out, nil
}

// progress writes a line that counts rows, on a terminal only. Rows 0 clears it.
func progress(w io.Writer) func(int) {
	f, ok := w.(*os.File)
	if !ok || !isTerminal(f) {
		return func(int) {}
	}
	shown := time.Time{}
	return func(rows int) {
		switch now := time.Now(); {
		case rows == 0 && !shown.IsZero():
			fmt.Fprint(w, "\r\x1b[K")
		case rows > 0 && now.Sub(shown) > 100*time.Millisecond:
			shown = now
			fmt.Fprintf(w, "\r%d rows", rows)
		}
	}
}
