package timeline

import (
	"slices"

	"dateline/timeline/diag"
	"dateline/timeline/diag/rule"
)

// A View is a filter that the head of a record gives a name, for whoever wants to see it.
type View struct {
	Name  string // one line
	Query string // that can be read
}

// A ViewDraft is a view as a document has it.
type ViewDraft struct {
	View
	Pos diag.Pos   // of its name
	At  diag.Range // the same while its file is read
}

// Views returns the views of the record, in the order of the files. Of several of one name the first counts.
func (t *Timeline) Views() []View { return slices.Clone(t.views) }

// MaxViews is how many views a record can have.
const MaxViews = 1000

// addViews adds the views of another document. It changes no list that a Timeline may have.
func (h *Header) addViews(others []ViewDraft) {
	views := slices.Clone(h.Views)
	for _, other := range others {
		known := slices.ContainsFunc(views, func(v ViewDraft) bool { return v.Name == other.Name && v.Pos == other.Pos })
		if !known && len(views) < MaxViews {
			views = append(views, other)
		}
	}
	h.Views = views
}

// settleViews adds the views that a document has, and keeps no text of its file. It reports each that asks something
// else than the first of its name, and keeps that with the keys of the record.
func (b *Builder) settleViews(others []ViewDraft) {
	if len(others) == 0 {
		return
	}
	before := len(b.header.Views)
	b.header.addViews(others)
	for n, one := range b.header.Views[before:] {
		first := slices.IndexFunc(b.header.Views, func(v ViewDraft) bool { return v.Name == one.Name })
		if v := b.header.Views[first]; v.Query != one.Query {
			b.problems.Report(one.At, rule.KeysDisagree,
				"the view `"+one.Name+"` asks something else than the first of its name",
				"the first is at "+v.Pos.String()+"; only that counts; give this one another name")
			b.header.Other = append(b.header.Other, Field{Key: "views." + one.Name, Value: one.Query})
		}
		b.header.Views[before+n].At = diag.Range{}
	}
}

// firstViews returns the views, the first of each name.
func firstViews(all []ViewDraft) (views []View) {
	for _, one := range all {
		if !slices.ContainsFunc(views, func(v View) bool { return v.Name == one.Name }) {
			views = append(views, one.View)
		}
	}
	return views
}
