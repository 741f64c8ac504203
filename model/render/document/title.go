package document

import "strings"

// FullTitle is the title with whom it is for.
func (d *Document) FullTitle() string {
	if d.Meta.Client == "" {
		return Clean(d.Title)
	}
	return Clean(d.Meta.Client + ": " + d.Title)
}

// Byline is the rest of what a reader wants to know first.
func (d *Document) Byline() string {
	var parts []string
	by := d.By()
	if firm := Clean(d.Meta.Brand.Firm); firm != "" {
		by = strings.TrimPrefix(by+", "+firm, ", ")
	}
	if by != "" {
		parts = append(parts, "Prepared by "+by)
	}
	if s := Clean(string(d.Meta.Date)); s != "" {
		if t, ok := d.Meta.Date.Time(); ok {
			s = t.Format("2 January 2006")
		}
		parts = append(parts, "as of "+s)
	}
	return strings.Join(parts, " · ")
}

// By are the authors in a row.
func (d *Document) By() string {
	by := Clean(strings.Join(d.Meta.Authors, ", "))
	if i := strings.LastIndex(by, ", "); i > 0 && len(d.Meta.Authors) > 1 {
		by = by[:i] + " and " + by[i+2:]
	}
	return by
}

// Subtitle is the line that says what kind of document it is, by whom and as of when.
func (d *Document) Subtitle() string {
	return strings.Trim(Clean(d.Meta.Kicker)+" · "+d.Byline(), " ·")
}
