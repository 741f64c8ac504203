module github.com/gapbook/gapbook

go 1.26.0

require (
	charm.land/bubbles/v2 v2.2.1 // github.com/charmbracelet/bubbles: the footer
	charm.land/bubbletea/v2 v2.1.1 // github.com/charmbracelet/bubbletea: the terminal app
	charm.land/fang/v2 v2.0.1 // help, version, completion and man pages of the command line
	charm.land/lipgloss/v2 v2.0.6 // github.com/charmbracelet/lipgloss: colour and layout
	codeberg.org/go-fonts/liberation v0.6.0 // the two faces that a PDF embeds
	codeberg.org/go-pdf/fpdf v0.12.0 // writes the PDF file; model/render/pdf lays it out
	filippo.io/age v1.3.2 // files that are locked: passphrases, recipients, the format
	github.com/charmbracelet/colorprofile v0.4.3 // what colours a terminal has, told to the theme
	github.com/charmbracelet/x/ansi v0.11.9 // widths of text in cells
	github.com/charmbracelet/x/term v0.2.2 // is it a terminal, how wide, and typing a passphrase
	github.com/charmbracelet/x/vt v0.1.0 // tests: the real screen
	github.com/creack/pty v1.1.24 // benchmarks: the real program on a terminal
	github.com/goccy/go-yaml v1.19.2 // parses the files; see model/exact
	github.com/rogpeppe/go-internal v1.16.0 // tests: testscript for the command line
	github.com/sahilm/fuzzy v0.1.3 // the palette: a few letters find a command or a record
	github.com/spf13/cobra v1.10.2 // the command line
	golang.org/x/crypto v0.58.0 // the cipher of age, for saving a locked file; see model/vault
	golang.org/x/image v0.44.0 // which characters the faces hold
	golang.org/x/sys v0.49.0 // locks and disk errors of Windows
	golang.org/x/text v0.43.0 // character sets of exports, accents in names
	pgregory.net/rapid v1.3.0 // tests: properties
)

require (
	github.com/xuri/excelize/v2 v2.11.1 // Excel workbooks: styles, filters, charts; see model/render/sheet
	github.com/yuin/goldmark v1.8.7 // reads the Markdown of a readout; nothing is written with it
)

require (
	filippo.io/hpke v0.4.0 // indirect
	github.com/BurntSushi/toml v1.4.1-0.20240526193622-a339e1f7089c // indirect
	github.com/charmbracelet/ultraviolet v0.0.0-20261008173134-6b8d4baf91b4 // indirect
	github.com/charmbracelet/x/exp/charmtone v0.0.0-20250603201427-c31516f43444 // indirect
	github.com/charmbracelet/x/exp/ordered v0.1.0 // indirect
	github.com/charmbracelet/x/termios v0.1.1 // indirect
	github.com/charmbracelet/x/windows v0.2.2 // indirect
	github.com/clipperhouse/displaywidth v0.11.0 // indirect
	github.com/clipperhouse/uax29/v2 v2.7.0 // indirect
	github.com/inconshreveable/mousetrap v1.1.0 // indirect
	github.com/lucasb-eyer/go-colorful v1.4.1 // indirect
	github.com/mattn/go-runewidth v0.0.30 // indirect
	github.com/muesli/cancelreader v0.2.2 // indirect
	github.com/muesli/mango v0.1.0 // indirect
	github.com/muesli/mango-cobra v1.2.0 // indirect
	github.com/muesli/mango-pflag v0.1.0 // indirect
	github.com/muesli/roff v0.1.0 // indirect
	github.com/richardlehane/mscfb v1.0.9 // indirect
	github.com/richardlehane/msoleps v1.0.6 // indirect
	github.com/rivo/uniseg v0.4.7 // indirect
	github.com/spf13/pflag v1.0.9 // indirect
	github.com/tiendc/go-deepcopy v1.7.2 // indirect
	github.com/xo/terminfo v1.0.0 // indirect
	github.com/xuri/efp v0.0.3-0.20260924042702-217b81952dec // indirect
	github.com/xuri/nfp v0.0.2-0.20250530014748-2ddeb826f9a9 // indirect
	golang.org/x/exp/typeparams v0.0.0-20231108232855-2478ac86f678 // indirect
	golang.org/x/mod v0.41.0 // indirect
	golang.org/x/net v0.62.0 // indirect
	golang.org/x/sync v0.24.0 // indirect
	golang.org/x/tools v0.51.0 // indirect
	honnef.co/go/tools v0.8.2 // indirect
	mvdan.cc/gofumpt v0.12.0 // indirect
)

tool (
	honnef.co/go/tools/cmd/staticcheck
	mvdan.cc/gofumpt
)
