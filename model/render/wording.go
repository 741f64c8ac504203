package render

import (
	"github.com/gapbook/gapbook/model"
	"github.com/gapbook/gapbook/model/render/document"
)

// remedyText is what the playbook says in an action's place.
type remedyText struct{ Title, Deliverable, Metric string }

// written is a text of an action. What the playbook wrote is shown as it is: only words written by hand can hold a name,
// and a rep called Price must not change "Price or budget".
func (b *builder) written(a model.Action, text string, of func(remedyText) string) string {
	if b.isDrafted(a.ID) {
		return document.Clean(text)
	}
	if r := b.pb.Remedy(a.Remedy); r != nil {
		t := remedyText{Title: r.Title, Deliverable: r.Deliverable}
		if r.Metric != nil {
			t.Metric = r.Metric.Name
		}
		if of(t) == text {
			return document.Clean(text)
		}
	}
	return b.people.say(text)
}

// isDrafted says whether an action was made now, so that nobody has changed a word of it.
func (b *builder) isDrafted(id string) bool {
	return b.d.IsNew(id) || model.ByID(b.d.Later, id) != nil
}
