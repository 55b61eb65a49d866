package load

import (
	"context"
	"errors"
	"fmt"
	"strings"

	"gopkg.in/yaml.v3"

	"dateline/timeline/diag/rule"
	"dateline/timeline/edtf/written"
	"dateline/timeline/internal/guess"
	"dateline/timeline/internal/nodevalue"
	"dateline/timeline/internal/yamldoc"
	"dateline/timeline/names"
)

// Options are what the reader says of files that are not in the format of dateline. The zero Options say nothing.
type Options struct {
	Map     map[string]string // from a key of the files, as AddMap has it, to the format's own key that it stands for
	Order   written.Order     // of day and month in dates of digits; AnyOrder where the dates are to show it
	Century int               // the first of the hundred years that years of two digits are in, or 0
	Same    [][]string        // each the names of actors that are one for this reader, who is called as the first

	Unchecked bool // events and actors that are probably the same are not sought

	names, tags guess.Alone // that stand alone somewhere, as far as is known
	together    guess.Alone // names and tags that several texts with commas have

	line   map[string]string // the Map of the command line, …
	folder map[string]string // … and that of the head of the folder, which any other counts before
}

// in returns the options for a file, with what the heads of its folders say, of which that of the nearest counts first.
func (o Options) in(name string, heads []folderFields) Options {
	o.line = o.Map
	for n := len(heads) - 1; n >= 0; n-- {
		if strings.HasPrefix(name, heads[n].dir) {
			o.folder = Options{Map: o.folder}.over(heads[n].said)
		}
	}
	o.Map = o.over(o.folder)
	return o
}

// A folderFields is what the head of a folder says of the keys in its files.
type folderFields struct {
	dir  string // with the slash after it, "" for that which the program is in
	said map[string]string
}

// AddMap adds to the Map what a text such as title=titel,date=jahr says: the format's own key, and that of the files.
// Case, blanks, hyphens and low lines of a key do not count.
func (o *Options) AddMap(text string) error {
	for _, pair := range strings.Split(text, ",") {
		own, key, ok := strings.Cut(pair, "=")
		own, key = strings.TrimSpace(own), strings.Trim(strings.TrimSpace(key), `"'`)
		switch {
		case strings.TrimSpace(pair) == "":
			return errors.New("a pair of keys is missing; write them as title=titel,date=jahr")
		case !ok || guess.Fold(key) == "":
			return fmt.Errorf("`%s` is no pair of keys; write them as title=titel,date=jahr", strings.TrimSpace(pair))
		}
		if err := o.addMapped(own, key); err != nil {
			return errors.New(strings.ReplaceAll(err.Error(), "\n", "; "))
		}
	}
	return nil
}

// addMapped adds a key of the files for one of the format's own.
func (o *Options) addMapped(own, key string) error {
	if number, known := eventFields.byKey[own]; !known {
		near := names.DidYouMean(names.Nearest(own, eventFields.keys(), 1))
		return errors.New("an event has no key `" + own + "`" + near)
	} else if other, taken := eventFields.byKey[key]; taken {
		return fmt.Errorf("`%s` is a key of dateline's own, for `%s`\nno map is needed, and none can change it", key,
			eventFields.fields[other].key)
	} else if own = eventFields.fields[number].key; o.Map == nil {
		o.Map = make(map[string]string)
	}
	for before, to := range o.Map {
		if to == own && before != guess.Fold(key) && !eventFields.fields[eventFields.byKey[own]].many {
			return fmt.Errorf("`%s` is said to be `%s` and `%s`\nsay which of them it is", own, before, key)
		}
	}
	if to, said := o.Map[guess.Fold(key)]; said && to != own {
		return fmt.Errorf("`%s` is said to be `%s` and `%s`\nsay which of them it is", key, to, own)
	}
	o.Map[guess.Fold(key)] = own
	return nil
}

// of returns the format's own key that the reader says a key stands for, and "" where nobody says it.
func (o *Options) of(key string) string {
	if o.Map == nil {
		return ""
	}
	return o.Map[guess.Fold(key)]
}

// mapped returns the field of a key whose meaning the reader named.
func (d *decoder) mapped(byKey map[string]int, key string) (number int, known bool) {
	folded := guess.Fold(key)
	own, known := d.options.Map[folded]
	if known {
		d.Seen.Map(folded)
		number = byKey[own]
	}
	return number, known
}

// checkMap reports where a file has a key of the format's own for what the reader says another key of it is, be it in
// another event. A file without that other key is no concern of the map: files that are opened together are of many
// kinds.
func (d *decoder) checkMap(n *yaml.Node) {
	for i := 0; i+1 < len(n.Content); i += 2 {
		name, folded := n.Content[i].Value, guess.Fold(n.Content[i].Value)
		number, own := eventFields.byKey[name]
		to, said := d.options.Map[folded]
		switch {
		case yamldoc.IsNull(n.Content[i+1]), !own && !said:
			continue
		case own:
			d.Seen.OwnKeys |= 1 << number
		case d.options.folder[folded] == to && d.options.line[folded] == "": // other files of the folder have it
			continue
		default:
			number = eventFields.byKey[to]
			d.Seen.Map(folded)
			d.Seen.SaidKeys |= 1 << number
		}
		if d.Seen.OwnKeys&d.Seen.SaidKeys&(1<<number) != 0 {
			d.badMap(n.Content[i], number)
		}
	}
}

// badMap reports that a file has a field, and a key that is to be read as that.
func (d *decoder) badMap(at *yaml.Node, number int) {
	own := eventFields.fields[number].key
	for key, to := range d.options.Map {
		if eventFields.byKey[to] != number || !d.Seen.Mapped(key) {
			continue
		}
		hint := "leave that out; a key of dateline's own is always read"
		if own == "date" {
			hint = "leave that out; if it says when that happened, say start=" + key + ", which is taken where both are given"
		}
		if eventFields.byKey[at.Value] == number && at.Value != key {
			own = at.Value
		}
		d.Problems.ReportOnce(d.At(at), rule.BadMapping,
			fmt.Sprintf("the file has `%s`, and `%s` is to be read as `%s`", own, key, to), hint)
	}
}

// headFields reads the key fields of a head, wherever it is.
func (d *decoder) headFields(n *yaml.Node) {
	for i := 0; i+1 < len(n.Content); i += 2 {
		if n.Content[i].Value == "fields" && !yamldoc.IsNull(n.Content[i+1]) {
			d.fields(n.Content[i+1])
		}
	}
}

// fields reads what the head of a record says of the keys of its events: a map from the format's own key to that of the
// file. What is said on the command line counts before it.
func (d *decoder) fields(n *yaml.Node) {
	const mapExample = "write it as {title: titel, date: jahr}"
	if n = d.Follow(n); n.Kind != yaml.MappingNode {
		d.Problem(n, rule.BadMapping, "`fields` is "+nodevalue.Shape(n)+" where a map belongs", mapExample)
		return
	}
	var said Options
	for i := 0; i+1 < len(n.Content); i += 2 {
		own, key := d.name(n.Content[i]), d.Follow(n.Content[i+1])
		if key.Kind != yaml.ScalarNode || guess.Fold(key.Value) == "" {
			d.Problem(key, rule.BadMapping, "`"+own+"` is to be the name of a key", mapExample)
			continue
		}
		if err := said.addMapped(own, key.Value); err != nil {
			message, hint, _ := strings.Cut(err.Error(), "\n")
			d.Problem(n.Content[i], rule.BadMapping, message, hint)
		}
	}
	d.options.Map = Options{Map: d.options.line}.over(said.Map)
	d.options.Map = d.options.over(d.options.folder)
}

// over returns a map to which that of the command line is added, which counts before it.
func (o Options) over(said map[string]string) map[string]string {
	if len(said) == 0 {
		return o.Map
	}
	all := make(map[string]string)
	taken := make(map[string]bool)
	for key, own := range o.Map {
		all[key], taken[own] = own, true
	}
	for key, own := range said {
		if _, known := all[key]; !known && !taken[own] {
			all[key] = own
		}
	}
	return all
}

// Files reads files as Files does, with what the reader says of them.
func (o Options) Files(ctx context.Context, files []File, publish func(Progress)) Progress {
	l := loader{options: o, publish: publish, piece: yamldoc.UsualPiece}
	return l.load(ctx, files)
}

// again prepares a second reading, and reports whether one is needed: whether the first has shown something that other
// values hang on.
func (l *loader) again() bool {
	var notes guess.Survey // of the files of one event, whose keys are columns together
	needed, lists := false, false
	for i := range l.surveys {
		s := &l.surveys[i]
		s.Conclude()
		lists = lists || s.Lists
		if l.notes[i] {
			notes.AddColumns(s)
		}
	}
	for i := range l.surveys {
		if l.notes[i] {
			l.surveys[i].AddColumns(&notes)
		}
		needed = needed || l.surveys[i].Hangs()
	}
	if lists && l.standAlone() {
		needed = true
	}
	return needed
}

// standAlone finds the names and tags that stand alone, and reports whether a text of the files is a list of them, or
// may be one.
func (l *loader) standAlone() bool {
	actors, tags := l.record.Called()
	l.options.names, l.options.tags = guess.NewAlone(actors), guess.NewAlone(tags)
	l.options.names.AddJoined(actors)
	l.options.together = guess.Together(append(actors, tags...))
	return l.options.names.PartsAny(actors) || l.options.tags.PartsAny(tags) || l.options.together.PartsAny(actors) ||
		l.options.together.PartsAny(tags)
}
