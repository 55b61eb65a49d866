package ownkeys

import (
	"encoding/json"
	"fmt"
	"slices"
	"strings"

	"dateline/timeline"
	"dateline/timeline/calendar"
	"dateline/timeline/query"
)

// maxPairs is how many lines the map has at most that is written as pairs.
const maxPairs = 12

// pairs returns the keys and values of a short map of texts as YAML or JSON has it, nil for any other value.
func pairs(text string) [][2]string {
	if all, ok := jsonPairs(text); ok {
		return all
	}
	lines := strings.Split(text, "\n")
	if inner, ok := strings.CutPrefix(text, "{"); ok && strings.HasSuffix(inner, "}") {
		lines = strings.Split(strings.TrimSuffix(inner, "}"), ", ")
	} else if len(lines) == 1 && strings.HasPrefix(text, "http") {
		return nil
	}
	if len(lines) > maxPairs {
		return nil
	}
	var all [][2]string
	for _, line := range lines {
		key, value, ok := strings.Cut(line, ": ")
		plain := ok && key != "" && !strings.ContainsAny(key, " \t{[\"'#-") && value != "" &&
			!strings.ContainsAny(value[:1], "{[|>&*!")
		if !plain {
			return nil
		}
		if quote := value[:1]; len(value) > 1 && (quote == `"` || quote == "'") && strings.HasSuffix(value, quote) {
			value = value[1 : len(value)-1]
		}
		all = append(all, [2]string{key, value})
	}
	if len(all) < 2 && !strings.HasPrefix(text, "{") { // "Note: a text" is a text
		return nil
	}
	return all
}

// jsonPairs returns the keys and values of a short map in JSON, or of a short list of such maps, in their order. Those
// of a map within it follow its own key. Ok is false for anything else.
func jsonPairs(text string) (all [][2]string, ok bool) {
	if !strings.HasPrefix(text, "{") && !strings.HasPrefix(text, "[{") || !json.Valid([]byte(text)) {
		return nil, false
	}
	tokens := json.NewDecoder(strings.NewReader(text))
	tokens.UseNumber()
	var open []json.Delim // what the next token is in
	key := ""
	for {
		token, err := tokens.Token()
		if err != nil {
			return all, len(all) > 0
		}
		delim, ok := token.(json.Delim)
		switch inMap := len(open) > 0 && open[len(open)-1] == '{'; {
		case ok && (delim == '{' || delim == '['):
			open = append(open, delim)
			if key != "" {
				all = append(all, [2]string{key, ""})
			}
			key = ""
		case ok:
			open = open[:len(open)-1]
		case inMap && key == "":
			key, _ = token.(string)
		default:
			all = append(all, [2]string{key, fmt.Sprint(token)})
			key = ""
		}
		if len(all) > maxPairs {
			return nil, false
		}
	}
}

// isData reports whether a value is a list or a map as YAML has it, whose lines are to stay.
func isData(text string) bool {
	first, _, several := strings.Cut(text, "\n")
	switch {
	case strings.HasPrefix(text, "- "), strings.HasPrefix(text, "{"), strings.HasPrefix(text, "["):
		return true
	}
	key, _, ok := strings.Cut(first, ":")
	return several && ok && !strings.ContainsAny(key, " \t")
}

// A said holds the texts that a page has already, and where. A key that fills a role of the event stays under its own
// name too.
type said struct {
	texts, tags, names, addresses map[string]string
	dated                         bool
	period                        calendar.Period // of the date
}

// newSaid returns what the page of an event says before its own keys.
func newSaid(t *timeline.Timeline, e, written *timeline.Event) said {
	s := said{
		make(map[string]string), make(map[string]string), make(map[string]string), make(map[string]string),
		!e.Date.IsZero(), e.Date.Period(),
	}
	for _, one := range [...]struct{ text, is string }{
		{e.Date.EDTF(), "the date"},
		{e.Date.String(), "the date"},
		{e.Status, "the status"},
		{e.Type, "the type"},
		{e.Location, "the location"},
		{e.Summary, "the summary"},
		{e.Title, "the title"},
	} {
		s.texts[strings.TrimSpace(one.text)] = one.is
	}
	for _, one := range [...]struct{ text, is string }{{written.Summary, "the summary"}, {written.Title, "the title"}} {
		s.texts[strings.TrimSpace(one.text)] = one.is
	}
	delete(s.texts, "")
	for _, tag := range e.Tags {
		s.tags[tag] = "in the tags"
	}
	for _, p := range e.Actors {
		s.names[p.Name], s.names[t.Actor(p.Actor).Name] = "in the names", "in the names"
	}
	for source := range e.EachSource {
		if source != timeline.NoSource {
			s.addresses[t.Source(source).URL] = "in the sources"
		}
	}
	return s
}

// where returns where the page says what a value of the writer's own says, "" where it does not.
func (s *said) where(value string, values []string) string {
	if value = strings.TrimSpace(value); value == "" {
		return ""
	}
	if all := pairs(value); all != nil {
		return s.whereAll(all)
	}
	if is := s.texts[value]; is != "" || len(values) == 0 {
		return is
	}
	for _, between := range [...]string{"; ", "\n\n"} { // as a place and a text are made of a list
		if is := s.texts[strings.Join(values, between)]; is != "" {
			return is
		}
	}
	if d, ok := query.DateOf(value); ok && s.dated && d.Period() == s.period {
		return "the date"
	}
	for _, place := range [...]map[string]string{s.tags, s.names, s.addresses} {
		if is := place[values[0]]; is != "" && !slices.ContainsFunc(values, func(v string) bool { return place[v] == "" }) {
			return is
		}
	}
	return ""
}

// whereAll returns where the page says what all values of a map say, "" where it does not say one of them. The parts of
// a date are the date.
func (s *said) whereAll(all [][2]string) string {
	var places []string
	for _, one := range all {
		is := s.texts[one[1]]
		switch {
		case one[1] == "":
			continue
		case slices.Contains(dateParts, one[0]) && s.dated:
			is = "the date"
		case is == "":
			return ""
		}
		if !slices.Contains(places, is) {
			places = append(places, is)
		}
	}
	return strings.Join(places, " and ")
}

// dateParts are the keys of a map that is a date.
var dateParts = []string{"year", "month", "day", "hour", "minute", "second", "millisecond"}
