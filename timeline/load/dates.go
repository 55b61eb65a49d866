package load

import (
	"gopkg.in/yaml.v3"

	"dateline/timeline/edtf"
	"dateline/timeline/internal/nodevalue"
)

// date reads the date of the field in hand. It returns the zero Date where that cannot be read, which it reports.
func (d *decoder) date(n *yaml.Node) edtf.Date {
	if nodevalue.IsBlank(n) {
		return edtf.Date{}
	}
	r := d.guesser.ReadDate(&d.draft, d.key, n)
	d.guesser.Say(r)
	if _, isText := nodevalue.DateText(n); r.IsZero() || r.Odd || !isText { // what was written is not lost
		d.lose(n)
	}
	return r.Date
}
