package session

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"dateline/timeline/diag"
	"dateline/timeline/diag/rule"
)

// A record that was not written for dateline is shown by guesses. When it has been read, the reader is told once what
// its dates and titles were taken from. Where no date was found, or a name is not all that begins so, what to do is
// told as long as that is so.

// guesses are the rules of problems that say what was guessed.
var guesses = []rule.ID{
	rule.RoleGuessed, rule.ContainerGuessed, rule.DateAsWritten, rule.TitleGuessed, rule.ListSplit, rule.ShapeGuessed,
	rule.YearsOrMonth, rule.DateGuessed, rule.CenturyGuessed,
}

// guessWords says in a line what was guessed of a record: what its dates and titles were taken from, and how many kinds
// of guesses there are. It is "" where nothing was guessed.
func (s *Session) guessWords(groups diag.Groups) string {
	guessed := groups.Of(func(r rule.ID) bool { return slices.Contains(guesses, r) })
	if len(guessed) == 0 {
		return ""
	}
	taken := make(map[string]string) // role -> the key that most of it was taken from
	first, kinds := "", 0
	for _, g := range guessed {
		kinds += max(1, len(g.Names))
		for _, p := range g.Places {
			key, role, ok := strings.Cut(p.Message, " is taken for ")
			key, role = strings.Trim(key, "`"), strings.Trim(role, "`")
			if ok && p.Rule == rule.RoleGuessed && !strings.EqualFold(key, role) {
				taken[role] = cmp.Or(taken[role], key)
				first = cmp.Or(first, role)
			}
		}
	}
	if taken["date"] != "" || taken["title"] != "" {
		first = ""
	}
	var words []string
	for _, role := range [...]string{"date", "title", first} {
		if key := taken[role]; key != "" {
			words = append(words, fmt.Sprintf("“%s” is read as the %s", diag.Brief(key), role))
		}
	}
	var said string
	switch of := guessed[0].Places[0].Rule; {
	case len(words) == 2:
		said = words[0] + ", " + strings.Replace(words[1], " is read as", " as", 1)
	case len(words) == 1:
		said = words[0]
	case of == rule.DateAsWritten, of == rule.CenturyGuessed:
		said = "dates are read as they are written"
	case of == rule.TitleGuessed:
		said = "titles are taken from the texts or the names of files"
	default:
		said = "some of this is guessed"
	}
	if kinds == 1 {
		return said + "; " + s.Key("problems") + " says where"
	}
	return fmt.Sprintf("%s; %s lists %d guesses", said, s.Key("problems"), kinds)
}

// WhyUndated says why no event of the record has a date, and what to do; nil where one has, or there is none.
func (s *Session) WhyUndated() []string {
	t := s.index.Timeline()
	if t.Len() == 0 || !t.Date(0).IsZero() || !s.progress.Done { // what has no date comes last
		return nil
	}
	undated := s.groups.Of(func(r rule.ID) bool {
		return r == rule.NoDate || r == rule.BadDate || r == rule.TwoReadings
	})
	if len(undated) == 0 {
		return []string{"No event has a date."}
	}
	switch p := undated[0].Places[0]; {
	case p.Rule != rule.NoDate:
		return []string{"No event has a date: " + p.Message + ".", begun(p.Hint)}
	case !strings.Contains(p.Hint, "--map") && len(s.index.OwnKeys()) > 0:
		return []string{"No event has a date.", "If a key holds it, --map date=KEY names that key."}
	default:
		return []string{"No event has a date.", begun(p.Hint)}
	}
}

// begun returns a hint as a sentence begins.
func begun(hint string) string {
	if hint == "" || hint[0] < 'a' || hint[0] > 'z' {
		return hint
	}
	return strings.ToUpper(hint[:1]) + hint[1:]
}

// Widen has a name in the filter, which one actor has alone, mean all that begin so.
func (s *Session) Widen() {
	one := s.search.result.others[0]
	s.SetQuery(s.query.Drop(one.Key, one.Value).Add(one.Key, one.Value+"*"))
}

// CanWiden reports whether Widen finds such a name.
func (s *Session) CanWiden() bool {
	others := s.search.result.others
	if len(others) == 0 || s.wrong != nil || s.Searching() {
		return false
	}
	included, _ := s.query.Values(others[0].Key)
	return slices.Contains(included, others[0].Value)
}

// BeginSo says of a name in the filter that one actor has alone who else begins so, "" where nobody does.
func (s *Session) BeginSo() string {
	found := &s.search.result
	if len(found.others) == 0 || s.wrong != nil || s.Searching() || s.view.Paused {
		return ""
	}
	one := found.others[0]
	if !s.CanWiden() {
		return one.String()
	}
	return fmt.Sprintf("%s alone; %s so, with %s: %s takes them too", one.Name, others(one.N), more(one.Events),
		s.Key("widen"))
}

// others says how many other names begin.
func others(n int) string {
	if n == 1 {
		return "another name begins"
	}
	return fmt.Sprintf("%d others begin", n)
}

// more says how many events more there are.
func more(n int) string {
	if n == 1 {
		return "1 event more"
	}
	return fmt.Sprintf("%d events more", n)
}
