package crm

import (
	"fmt"
	"maps"
	"slices"

	"github.com/gapbook/gapbook/model"
)

// together refuses files that cannot be read as one.
func (c *collector) together(opt *Options) error {
	var named, byID, deals, leads *readFile
	for _, f := range c.files {
		switch {
		case f.leads != nil:
			leads = f
		case f.named:
			named, deals = f, f
		default:
			byID, deals = f, f
		}
	}
	switch {
	case named != nil && byID != nil:
		return &Error{
			File: named.name, Line: named.head.line, Problem: fmt.Sprintf(
				"it knows deals only by name and %s by id, so each deal would count twice", byID.name),
			Hint: "add Opportunity ID to the report, or import the report alone",
		}
	case deals == nil && opt.LeadsInto == "":
		return &Error{
			File: leads.name, Line: leads.head.line, Problem: "these are leads, and a snapshot is of deals",
			Hint:       "give the export of deals with it, or name an existing snapshot with --leads-into LABEL",
			LeadsAlone: true,
		}
	case deals != nil && opt.LeadsInto != "":
		return &Error{
			File: deals.name, Line: deals.head.line, Problem: fmt.Sprintf(
				"these are deals (%s), and only leads can be added to the snapshot %q", deals.layout, shown(opt.LeadsInto)),
			Hint: "leave --leads-into out for a new snapshot of the deals and the leads",
		}
	}
	return nil
}

// checkLeadsInto refuses options that do not go with adding leads to a snapshot.
func checkLeadsInto(e *model.Engagement, opt *Options) error {
	i := slices.IndexFunc(e.Funnels, func(f model.Funnel) bool { return f.Label == opt.LeadsInto })
	switch {
	case i < 0:
		return &UsageError{fmt.Sprintf("there is no snapshot %q to add leads to", shown(opt.LeadsInto)), "import the deals first"}
	case opt.Label != "" || opt.From != "" || opt.To != "" || opt.Horizon != 0:
		return &UsageError{"leads that are added to a snapshot take its label and period", "leave --label, --from, --to and --horizon out"}
	case e.Funnels[i].Leads != nil:
		return &UsageError{fmt.Sprintf("the snapshot %q has leads already", shown(opt.LeadsInto)), "take them out of the engagement first"}
	}
	return nil
}

// leadsInto adds the leads to a copy of a snapshot.
func (c *collector) leadsInto(e *model.Engagement, opt *Options) (*Result, error) {
	i := slices.IndexFunc(e.Funnels, func(f model.Funnel) bool { return f.Label == opt.LeadsInto })
	res := &Result{Funnel: e.Funnels[i], Layout: c.files[0].layout, StageMap: map[string]string{}, Columns: map[string]string{}}
	res.Funnel.Notes = slices.Clone(res.Funnel.Notes)
	for _, f := range c.files {
		res.Understood = append(res.Understood, f.understood()...)
	}
	res.Understood = append(res.Understood, c.addLeads(&res.Funnel, statusMap(e, opt))...)
	res.Funnel.Notes = append(res.Funnel.Notes, "leads from "+c.fileNames())
	return res, nil
}

// addLeads counts the leads of a snapshot's period into it and says how.
func (c *collector) addLeads(f *model.Funnel, statuses map[string]string) []string {
	t := c.countLeads(dateOf(f.From), dateOf(f.To), statuses)
	f.Leads = t.result()
	f.Notes = append(f.Notes, t.notes()...)
	return t.understood(f)
}

// statusMap is the map of stages, which holds the statuses of leads too: what is asked for before what is remembered.
func statusMap(e *model.Engagement, opt *Options) map[string]string {
	all := map[string]string{}
	if e.CRM != nil {
		maps.Copy(all, e.CRM.Stages)
	}
	maps.Copy(all, opt.Stages)
	return all
}

// dealFile is the first file of deals.
func (c *collector) dealFile() *readFile {
	for _, f := range c.files {
		if f.leads == nil {
			return f
		}
	}
	return c.files[0]
}

func (c *collector) hasLeads() bool {
	return slices.ContainsFunc(c.files, func(f *readFile) bool { return f.leads != nil })
}
