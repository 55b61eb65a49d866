package slides

import (
	"fmt"
	"math"
	"strconv"
	"strings"

	"gopkg.in/yaml.v3"

	"dateline/timeline/edtf"
	"dateline/timeline/internal/containers"
	"dateline/timeline/internal/nodevalue"
)

// A when is what a slide says of when it was.
type when struct {
	date   edtf.Date // that of dateline's own key where there is one
	lossy  bool      // whether the parts say more than the date
	agrees bool      // whether the date holds the day on which the slide begins
}

// dated returns when a slide was. It is not ok where that cannot be read.
func dated(n *yaml.Node) (w when, ok bool) {
	from := nodevalue.Under(n.Content, "start_date")
	begins, lossy, ok := parts(from)
	if !ok {
		return w, false
	}
	start, err := edtf.Parse(begins)
	if err != nil {
		return w, false
	}
	w = when{date: start, lossy: lossy, agrees: true}
	if to := nodevalue.Under(n.Content, "end_date"); to.Kind == yaml.MappingNode && hasYear(to) {
		ends, lossy, ok := parts(to)
		if !ok {
			return w, false
		}
		if w.lossy = w.lossy || lossy; ends != begins {
			if w.date, err = edtf.Parse(begins + "/" + ends); err != nil {
				return w, false
			}
		}
	} else if containers.Has(n, "end_date") && hasYear(to) {
		return w, false
	}
	if own := nodevalue.Under(n.Content, "date"); own.Kind == yaml.ScalarNode {
		text, _ := nodevalue.DateText(own)
		if w.date, err = edtf.Parse(text); err != nil {
			return w, false
		}
		w.agrees = w.date.Earliest() <= start.Latest() && start.Earliest() <= w.date.Latest()
	}
	return w, true
}

// hasYear reports whether a date says when it was. An end without a year is none.
func hasYear(n *yaml.Node) bool {
	return n.Kind == yaml.ScalarNode && n.Value != "" || nodevalue.Under(n.Content, "year").Value != ""
}

// parts returns a date by its parts in EDTF, and whether they say more than that. It is not ok where a part is no
// number, or where a larger one is missing.
func parts(n *yaml.Node) (text string, lossy, ok bool) {
	names := [...]string{"year", "month", "day", "hour", "minute", "second"}
	var all [len(names)]int
	known := 0
	for i, name := range names {
		value := strings.TrimSpace(nodevalue.Under(n.Content, name).Value)
		if value == "" {
			continue
		}
		number, err := strconv.Atoi(value)
		if err != nil || number == math.MinInt || i > 3 && known < 4 || i <= 3 && known < i {
			return "", false, false
		}
		all[i], known = number, i+1
	}
	for i := 0; i+1 < len(n.Content); i += 2 {
		value := n.Content[i+1]
		switch n.Content[i].Value {
		case "year", "month", "day", "hour", "minute", "second":
		case "millisecond":
			lossy = lossy || strings.Trim(value.Value, " 0") != ""
		default:
			lossy = lossy || value.Kind != yaml.ScalarNode || value.Value != ""
		}
	}
	return inEDTF(all[:], known), lossy, known > 0
}

// inEDTF returns the first parts of a date in EDTF. The year before 1 is −1 in the format, and 0 in EDTF.
func inEDTF(parts []int, known int) string {
	year := parts[0]
	if year < 0 {
		year++
	}
	text := fmt.Sprintf("%04d", year)
	if year < 0 {
		text = fmt.Sprintf("-%04d", -year)
	}
	if year > 9999 || year < -9999 {
		text = fmt.Sprintf("Y%d", year)
	}
	for _, part := range parts[1:min(known, 3)] {
		text += fmt.Sprintf("-%02d", part)
	}
	switch {
	case known > 5:
		text += fmt.Sprintf("T%02d:%02d:%02d", parts[3], parts[4], parts[5])
	case known > 3:
		text += fmt.Sprintf("T%02d:%02d", parts[3], parts[4])
	}
	return text
}
