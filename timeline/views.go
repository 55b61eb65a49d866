package timeline

import "slices"

// A View is a filter that the head of a record gives a name, for whoever wants to see it.
type View struct {
	Name  string // one line
	Query string // that can be read
}

// Views returns the views of the record, in the order of the files. Of several of one name the first counts.
func (t *Timeline) Views() []View { return slices.Clone(t.views) }

// MaxViews is how many views a record can have.
const MaxViews = 1000

// addViews adds the views of another document. It changes no list that a Timeline may have.
func (h *Header) addViews(others []View) {
	if len(others) == 0 {
		return
	}
	views := slices.Clone(h.Views)
	for _, other := range others {
		known := slices.ContainsFunc(views, func(v View) bool { return v.Name == other.Name })
		if !known && len(views) < MaxViews {
			views = append(views, other)
		}
	}
	h.Views = views
}
