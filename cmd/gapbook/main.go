// Command gapbook is a workbook for execution gap analyses of sales organisations: an app in the terminal, and the same
// reading, scoring and exporting as commands for scripts. Every command lives in a file of its own here and holds no
// logic; what it does is in model, what it shows in tui.
package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"os/signal"
	"strings"

	"charm.land/fang/v2"
	"github.com/spf13/cobra"

	"github.com/gapbook/gapbook/model/crm"
	"github.com/gapbook/gapbook/model/inert"
	"github.com/gapbook/gapbook/model/workbook"
)

// version is set by the release build; a build from source says so.
var version = "dev"

// Exit codes, as documented in the README.
const (
	exitOK    = 0
	exitFile  = 1 // something in a file, or in one that it names, is wrong
	exitUsage = 2
	exitIO    = 3 // a file could not be read or written
)

func main() { os.Exit(run()) }

func run() int {
	ctx, stop := signal.NotifyContext(context.Background(), endings...)
	defer stop()
	root := newRoot()
	err := fang.Execute(ctx, root, fang.WithVersion(version), fang.WithErrorHandler(printError))
	return exitCode(err)
}

// newRoot is the command without a name: the app.
func newRoot() *cobra.Command {
	root := &cobra.Command{
		Use:   "gapbook [FILE or FOLDER]",
		Short: "A workbook for execution gap analyses of sales organisations",
		Long: "Opens an engagement, or the library of a folder (./engagements, else your own gapbook folder).\n" +
			"Everything works offline and stays in one readable YAML file per engagement.",
		Example: "  gapbook demo                                  # look around in three finished samples\n" +
			"  gapbook new acme.yaml --client \"Acme\"         # begin\n" +
			"  gapbook acme.yaml                             # do the fieldwork\n" +
			"  gapbook plan acme.yaml -o plan.html           # hand over the plan",
		Args: func(cmd *cobra.Command, args []string) error { return oneFile(cmd, args) },
		RunE: func(cmd *cobra.Command, args []string) error { return openApp(cmd.Context(), args) },
	}
	root.SetFlagErrorFunc(func(_ *cobra.Command, err error) error { return &usageError{err.Error(), ""} })
	root.AddCommand(newNew(), newDemo(), newCheck(), newScore(), newFunnel(), newImport(), newGuide(), newPlan(), newReport(), newDashboard(), newReview(), newPortfolio(), newSchema(), newPlaybook(),
		newHistory(), newRestore(), newErase(), newMerge(), newLock(), newUnlock())
	return root
}

// oneFile takes one name at most; the first of several was meant as a command.
func oneFile(cmd *cobra.Command, args []string) error {
	if len(args) < 2 {
		return nil
	}
	h := "see gapbook --help"
	if near := cmd.SuggestionsFor(args[0]); len(near) > 0 {
		h = "did you mean " + near[0] + "?"
	}
	return usagef(h, "there is no command %q", args[0])
}

// usageError is a command line that cannot be meant.
type usageError struct{ problem, hint string }

func (e *usageError) Error() string { return e.problem }
func (e *usageError) Hint() string  { return e.hint }

func usagef(hint, format string, args ...any) error {
	return &usageError{fmt.Sprintf(format, args...), hint}
}

// problemsError says that a file has problems; they are on stderr already.
type problemsError struct{ n int }

func (e *problemsError) Error() string {
	if e.n == 1 {
		return "1 problem"
	}
	return fmt.Sprintf("%d problems", e.n)
}

// usage makes cobra's complaints about arguments usage errors.
func usage(check cobra.PositionalArgs) cobra.PositionalArgs {
	return func(cmd *cobra.Command, args []string) error {
		if err := check(cmd, args); err != nil {
			return usagef("see "+cmd.CommandPath()+" --help", "%s", err)
		}
		return nil
	}
}

func exitCode(err error) int {
	var (
		use      *usageError
		crmUse   *crm.UsageError
		inFile   *workbook.FileError
		held     *workbook.HeldError
		problems *problemsError
		crmFile  *crm.Error
		path     *fs.PathError
		link     *os.LinkError
		sys      *os.SyscallError
	)
	switch {
	case err == nil:
		return exitOK
	case errors.As(err, &use), errors.As(err, &crmUse):
		return exitUsage
	case errors.As(err, &crmFile) && crmFile.Err == nil, errors.As(err, &inFile), errors.As(err, &problems):
		return exitFile
	case errors.As(err, &held), errors.As(err, &path), errors.As(err, &link), errors.As(err, &sys), errors.Is(err, fs.ErrExist), errors.Is(err, fs.ErrPermission):
		return exitIO
	case strings.HasPrefix(err.Error(), "unknown command"), strings.HasPrefix(err.Error(), "required flag"):
		return exitUsage
	}
	return exitFile
}

// printError writes one line, then a hint where there is one.
func printError(w io.Writer, _ fang.Styles, err error) {
	var problems *problemsError
	if errors.As(err, &problems) {
		return
	}
	fmt.Fprintln(w, "gapbook: "+printable(err.Error()))
	if h := hint(err); h != "" {
		fmt.Fprintln(w, "  "+printable(h))
	}
}

// hint says what to do about an error, where someone thought of it.
func hint(err error) string {
	var (
		h       interface{ Hint() string }
		crmFile *crm.Error
		crmUse  *crm.UsageError
	)
	switch {
	case errors.As(err, &h):
		return h.Hint()
	case errors.As(err, &crmFile):
		return crmFile.Hint
	case errors.As(err, &crmUse):
		return crmUse.Hint
	}
	return ""
}

// printable keeps what comes out of a file from acting on the terminal.
func printable(s string) string { return inert.Show(s) }
