package load

import (
	"slices"
	"strings"

	"gopkg.in/yaml.v3"

	"dateline/timeline"
	"dateline/timeline/diag"
	"dateline/timeline/diag/rule"
	"dateline/timeline/internal/containers"
	"dateline/timeline/internal/nodevalue"
)

// This file bounds what the events of a group are given by it. A group says it once, and each of its events has it: a
// name of 60 KB and 30,000 short events would become gigabytes.

// What groups may give in all, in bytes.
const (
	givenAtAll   = 16 << 20 // in any file
	givenPerByte = 16       // for a byte of it
	givenEach    = 32       // that a text takes beside its letters
)

// maxTag is the greatest length of the name of a group that is a tag, in bytes. A longer one is a key of the events.
const maxTag = 80

// ofGroup begins a key of a group that its events have too.
const ofGroup = "group."

// manyFields is how many fields are looked through one by one at most.
const manyFields = 50

// around is what an event has from what it is in.
type around struct {
	given []*given     // by its groups
	id    string       // its key in a map from id to event
	when  []*yaml.Node // keys and values that say when they are, for events that do not
}

// A given is a tag, or a key and its value, that a group gives each of its events.
type given struct {
	timeline.Field
	tag  bool
	kept bool // whether some events went without, and the record has it
}

// size returns what it takes in an event.
func (g *given) size() int { return givenEach + len(g.Key) + len(g.Value) }

// with returns what is around an event, with one more.
func (a around) with(more *given) around {
	a.given = append(slices.Clip(a.given), more)
	return a
}

// called returns what is around an event of that id. An id that there is already is one of a group then.
func (a around) called(id string) around {
	if a.id != "" {
		a = a.with(&given{Field: ofText(ofGroup+"id", a.id)})
	}
	a.id = id
	return a
}

// apart returns a copy that another decoder can use.
func (a around) apart() around {
	a.given = slices.Clone(a.given)
	for i, g := range a.given {
		a.given[i] = &given{Field: g.Field, tag: g.tag}
	}
	return a
}

// tagged returns what is around the events of a group of that name.
func (a around) tagged(name string) around {
	tag, whole := tagOf(name)
	if len(name) > maxTag || !whole || tag == "" {
		a = a.with(&given{Field: ofText("group", strings.Clone(name))})
	}
	if len(name) > maxTag || tag == "" {
		return a
	}
	return a.with(&given{Field: timeline.Field{Key: "tags", Value: tag}, tag: true})
}

// weight returns about how many bytes the texts of nodes have.
func weight(nodes []*yaml.Node) (bytes int) {
	for _, n := range nodes {
		bytes += givenEach + len(n.Value) + weight(n.Content)
	}
	return bytes
}

// afford takes what is around n events from what the groups of the text may give, with beside bytes more for each. What
// is too much the events go without: the record has it once.
func (g *groups) afford(at *yaml.Node, n, beside int) (ok bool) {
	each := beside + weight(g.around.when)
	for _, one := range g.around.given {
		each += one.size()
	}
	if n == 0 || each <= g.mayGive/n {
		g.mayGive -= n * each
		return true
	}
	g.Report(g.At(at), rule.TooLarge,
		"what this group says is too much to be given to each of "+diag.Plural(n, "event")+"; they go without it",
		"it is kept with the record; write it into the events that need it")
	for _, one := range g.around.given {
		if !one.kept {
			one.kept = true
			g.batch.AddHeader(&timeline.Header{Other: []timeline.Field{one.Field}})
		}
	}
	g.keepOnce(g.around.when)
	g.around.given, g.around.when = nil, nil
	return false
}

// affordList is afford for the events of a list.
func (g *groups) affordList(l *containers.List) {
	at, n := l.Key, len(l.Items.Content)
	if l.Items.Kind == yaml.MappingNode {
		n /= 2
	} else if g.many != nil {
		n = max(n, g.many(l.Items))
	}
	if at == nil {
		at = l.Items
	}
	g.afford(at, n, 0)
}

// affordDate is afford for keys and values that say when n events happened.
func (g *groups) affordDate(when []*yaml.Node, n int) bool {
	if len(when) == 0 || g.afford(when[0], n, weight(when)) {
		return true
	}
	g.keepOnce(when)
	return false
}

// keepOnce keeps keys and values with the record, unless it has them.
func (g *groups) keepOnce(pairs []*yaml.Node) {
	for i := 0; i+1 < len(pairs); i += 2 {
		if g.kept[pairs[i]] {
			continue
		}
		if g.kept == nil {
			g.kept = map[*yaml.Node]bool{}
		}
		g.kept[pairs[i]] = true
		g.batch.AddHeader(&timeline.Header{Other: []timeline.Field{g.Field(g.name(pairs[i]), pairs[i+1])}})
	}
}

// give gives an event what it has from its groups.
func (a around) give(e *timeline.EventDraft) {
	if id := nodevalue.InLine(strings.TrimSpace(a.id)); e.ID == "" { // as one of its own is read
		e.ID = id
	} else if id != e.ID {
		a = a.called("")
	}
	if len(a.given) == 0 {
		return
	}
	has := func(key string) bool {
		return slices.ContainsFunc(e.Other, func(f timeline.Field) bool { return f.Key == key })
	}
	var keys map[string]bool // of e, where there are many
	if all := len(e.Other) + len(a.given); all > manyFields {
		keys = make(map[string]bool, all)
		for _, f := range e.Other {
			keys[f.Key] = true
		}
		has = func(key string) bool { return keys[key] }
	}
	for _, g := range a.given {
		switch f := g.Field; {
		case g.tag && !slices.Contains(e.Tags, f.Value):
			e.Tags = append(e.Tags, f.Value)
		case g.tag:
		default:
			if has(f.Key) {
				f.Key = ofGroup + f.Key
			}
			if e.Other = append(e.Other, f); keys != nil {
				keys[f.Key] = true
			}
		}
	}
}
