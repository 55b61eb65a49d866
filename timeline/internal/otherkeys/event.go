// Package otherkeys takes the keys of an event that are not dateline's own for what the event lacks: its date, its
// title, who took part, where it was. Package guess knows what a key may mean; this one chooses among those that an
// event has, takes the best that can be read, and says so.
//
//	g := otherkeys.NewGuesser(file, format)
//	g.Note(&event, key, value, "headline")  // while the event is read
//	own := g.When(node, &event)             // its date, by a key of the format's own or by another
//	g.Fill(&event)                          // its title and the others: `headline` is taken for `title`
//	g.Title(node, &event, false)            // or else the first words of its text
//
// A guess only adds: the keys stay what they are, and whoever reads the event keeps each under its own name. What an
// event says by a key of the format's own is never looked for elsewhere.
//
// Values that have records of their own, such as actors and sources, are read by the Format, which is package load. It
// imports timeline, diag, edtf, the rooms of timeline/internal that know one value or one file, and yaml.v3 for its
// nodes.
package otherkeys

import (
	"fmt"
	"slices"
	"strings"
	"unicode"

	"gopkg.in/yaml.v3"

	"dateline/timeline"
	"dateline/timeline/diag/rule"
	"dateline/timeline/internal/dates"
	"dateline/timeline/internal/foreign"
	"dateline/timeline/internal/guess"
	"dateline/timeline/internal/inhand"
	"dateline/timeline/internal/wrapped"
	"dateline/timeline/internal/yamldoc"
)

// An Event is an event that is being read, and those of its nodes that are read when all its fields are known.
type Event struct {
	timeline.EventDraft
	DateNode, StartNode, EndNode *yaml.Node // of the format's own keys; nil without one
	Others                       []Key      // in the order of the file
	Blank                        bool       // whether its title has nothing that can be read
	unfolded                     bool       // whether the keys of its maps are among them
	Exact                        bool       // whether dateline wrote it, so that numbers are EDTF
	inherits                     bool       // whether it has taken the date of its group
	Said                         [3]string  // the keys that the reader says are date, start and end, "" for none
}

// A Key is a key of an event that is not the format's own.
type Key struct {
	Name        string
	Node, Value *yaml.Node // the key and what is under it
	*sense
	Taken   guess.Role // what it is taken for
	Outer   int        // for a key in a map: one more than the place of the key of the event that has it
	aside   bool       // whether that map is probably of something beside the event
	counted bool       // whether its number is in what is known of its column
}

// A Format reads the values of the format's own keys, for what is guessed too.
type Format interface {
	// ReadRole reads the value of a key into an event, as actors, tags or sources.
	ReadRole(e *Event, as guess.Role, key string, n *yaml.Node)
	// SayList reports that the text of a key is read as a list.
	SayList(key string, n *yaml.Node, items []string)
	// Inherit gives an event without a date the keys that say when its group was. It reports whether there are any.
	Inherit(e *Event) bool
	// IsDateKey reports whether a key means a date, by its name or as the reader of the file says.
	IsDateKey(key string) bool
	// Field returns a value as it is kept under a key of the writer's own.
	Field(key string, n *yaml.Node) timeline.Field
}

// A Guesser fills the events of a file.
type Guesser struct {
	dates.Reader
	DateLike string // the key whose values are dates, in a list in which none means a date
	own      Format
	ranked   []int             // keys of the event in hand, see rank
	early    reading           // that would end what begins after it, where there is one
	before   dates.Reading     // what that is
	senses   map[string]*sense // of keys by their names
}

// NewGuesser returns a Guesser for the file in hand.
func NewGuesser(file *inhand.File, format Format) Guesser {
	return Guesser{Reader: dates.Reader{File: file}, own: format}
}

// maxRemembered is how many names are remembered with what they mean. The events of a file have the same few, but it
// may have any number.
const maxRemembered = 1000

// Note notes a key of an event that is not the format's own.
func (g *Guesser) Note(e *Event, key, value *yaml.Node, name string) {
	says, known := g.senses[name]
	if !known {
		name := strings.Clone(name)
		if says = senseOf(name, guess.Meant(name)); g.senses == nil || len(g.senses) == maxRemembered {
			g.senses = make(map[string]*sense)
		}
		g.senses[name] = says
	}
	e.Others = append(e.Others, Key{Name: name, Node: key, Value: wrapped.Value(value), sense: says})
}

// lastRank is that of a key which means something only where the rest of the file agrees.
const lastRank = 254

// maxRanked is how many keys of an event are looked at for a role: of a hundred thousand that may all be its year, each
// would be looked at with its month.
const maxRanked = 50

// rank puts the places of the keys of an event that may have a role into g.ranked, the best first. Weak names count
// in a file that is not ours.
func (g *Guesser) rank(e *Event, role guess.Role) {
	g.ranked = g.ranked[:0]
	for i := range e.Others {
		o := &e.Others[i]
		m, ok := o.meaning(role)
		if !ok || o.Taken != guess.Nothing && o.Taken != role || yamldoc.IsNull(o.Value) ||
			g.IsNothing(e, o.Value) {
			continue
		}
		if !m.Strong && !g.IsForeign() {
			g.Seen.PassedOver = true
			continue
		}
		at := len(g.ranked)
		for rank := o.rank(role, m); at > 0 && e.rankOf(g.ranked[at-1], role) > rank; {
			at--
		}
		if at == maxRanked {
			continue
		}
		g.ranked = slices.Insert(g.ranked, at, i)[:min(len(g.ranked)+1, maxRanked)]
	}
}

// said returns the key that the reader says is date, start or end, and nil where the file has the format's own.
func (e *Event) said(field string) *Key {
	name := e.Said[max(0, slices.Index(saidKeys, field))]
	if name == "" {
		return nil
	}
	return &Key{Name: name, sense: &sense{Folded: guess.Fold(name)}}
}

// saidKeys are the format's own keys of an event of which Said has others.
var saidKeys = []string{"date", "start", "end"}

// Say notes that a key of the event is one of the format's own, as the reader says.
func (e *Event) Say(own, key string) {
	if i := slices.Index(saidKeys, own); i >= 0 {
		e.Said[i] = key
	}
}

// IsNothing reports whether a value says in words that nothing is known, in a file that is not ours. In one of ours it
// is as it is written, and so is what somebody has put into the quotes of YAML.
func (g *Guesser) IsNothing(e *Event, n *yaml.Node) bool {
	const quoted = yaml.DoubleQuotedStyle | yaml.SingleQuotedStyle
	return n.Kind == yaml.ScalarNode && guess.IsNothing(strings.TrimSpace(n.Value)) && g.IsKnownOthers() && !e.Exact &&
		(g.Silent || n.Style&quoted == 0)
}

// rankOf returns the rank of a key of an event in a role.
func (e *Event) rankOf(i int, role guess.Role) int {
	o := &e.Others[i]
	m, _ := o.meaning(role)
	return o.rank(role, m)
}

// rank returns the rank of a key that has a meaning in a role. The better of two has the lower rank. When something was
// written down comes after all that may say when it happened, and what stands beside the event after that.
func (o *Key) rank(role guess.Role, m guess.Meaning) int {
	const behind = 256 // all ranks
	rank := int(m.Rank)
	if role == guess.Date && o.later {
		rank += behind
	}
	if o.aside && (role == guess.Date || role == guess.End) {
		rank += 2 * behind
	}
	return rank
}

// meaning returns what a key means in a role.
func (o *Key) meaning(role guess.Role) (m guess.Meaning, ok bool) {
	for _, m := range o.Means {
		if m.Role == role {
			return m, true
		}
	}
	return m, false
}

// take takes a key for a role, which it reports.
func (g *Guesser) take(e *Event, o *Key, role guess.Role) {
	first := o.Taken == guess.Nothing
	if o.Taken = role; o.Outer > 0 && e.Others[o.Outer-1].Taken == guess.Nothing {
		e.Others[o.Outer-1].Taken = role
	}
	if !first {
		return
	}
	switch role {
	case guess.Date:
		g.Seen.Column(o.Name).Taken = true
	case guess.End:
		g.Seen.Column(o.Name).Ends = true
	}
	if strings.EqualFold(o.Name, role.String()) { // in files of others Date is no guess
		if g.IsForeign() {
			return
		}
		g.Seen.OwnLike = true
	}
	g.ProblemOfKey(o.Node, rule.RoleGuessed, o.takenFor(role), func() string {
		if o.Outer > 0 {
			return fmt.Sprintf("write %s: in the event itself", role)
		}
		if g.offer(role) {
			return fmt.Sprintf("call it %s, or say --map %s=%s", role, role, Typed(o.Name))
		}
		return "call it " + role.String()
	})
}

// offer reports whether a key may be offered for a role: no event of the file has a key of the format's own for it, as
// far as is known, since that is always read.
func (g *Guesser) offer(role guess.Role) bool {
	g.Seen.Offered |= role.Set()
	return (g.Known.Own|g.Seen.Own)&role.Set() == 0
}

// Typed returns a key as it is typed in a shell.
func Typed(name string) string {
	odd := func(r rune) bool {
		return !unicode.IsLetter(r) && !unicode.IsDigit(r) && !strings.ContainsRune("_-.", r)
	}
	switch name = strings.ReplaceAll(name, ",", " "); { // which would part it from what follows
	case strings.IndexFunc(name, odd) < 0:
		return name
	case strings.ContainsAny(name, "$`\\\"!\n"): // which a shell obeys in double quotes
		return foreign.Quoted(name)
	}
	return `"` + name + `"`
}

// sibling returns the key of an event that is called like another, but for its last word, and nil where there is none:
// the month of end_year is end_month.
func (e *Event) sibling(o *Key, word string) *Key {
	var before string
	if o != nil {
		if root, year := strings.CutSuffix(o.Folded, "year"); year {
			before = root
		}
	}
	for i := range e.Others {
		if s := &e.Others[i]; s.Value.Kind == yaml.ScalarNode && s.Folded == before+word {
			return s
		}
	}
	return nil
}

// text returns the text of a key, and "" for nil.
func (o *Key) text() string {
	if o == nil {
		return ""
	}
	return strings.TrimSuffix(strings.TrimSpace(o.Value.Value), ".0")
}

// Lacks reports whether an event has nothing of a role.
func (e *Event) Lacks(role guess.Role) bool {
	switch role {
	case guess.Title:
		return e.Title == ""
	case guess.Summary:
		return e.Summary == ""
	case guess.Type:
		return e.Type == ""
	case guess.Status:
		return e.Status == ""
	case guess.Location:
		return e.Location == ""
	case guess.Actors:
		return len(e.Actors) == 0
	case guess.Tags:
		return len(e.Tags) == 0
	case guess.Sources:
		return len(e.Sources) == 0
	}
	return false
}
