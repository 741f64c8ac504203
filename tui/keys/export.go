package keys

// CopyPath puts the path of the file that was written on the clipboard.
const CopyPath Action = "copy-path"

var export = []Binding{
	{Scope: Export, Action: DoExport, Keys: []string{"w"}, Help: "write the file", Footer: true},
	{Scope: Export, Action: Open, Keys: []string{"enter"}, Help: "change", Footer: true},
	{Scope: Export, Action: Right, Keys: []string{"right", "l"}, Help: "other choice", Footer: true},
	{Scope: Export, Action: Next, Keys: []string{"tab"}, Help: "readiness", Footer: true},
	{Scope: Export, Action: CopyPath, Keys: []string{"y"}, Help: "copy its path", Footer: true},
}
