package keys

var readout = []Binding{
	{Scope: Readout, Action: Open, Keys: []string{"enter"}, Help: "write", Footer: true},
	{Scope: Readout, Action: Next, Keys: []string{"tab"}, Help: "text", Footer: true},
	{Scope: Readout, Action: NextItem, Keys: []string{"ctrl+n"}, Help: "next section", Typing: true, Footer: true},
	{Scope: Readout, Action: PrevItem, Keys: []string{"ctrl+p"}, Help: "section before", Typing: true, Footer: true},
	{Scope: Readout, Action: Next, Keys: []string{"tab"}, Help: "sections", Typing: true, Footer: true},
}
