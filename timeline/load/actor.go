package load

import (
	"fmt"
	"strings"

	"gopkg.in/yaml.v3"

	"dateline/timeline"
	"dateline/timeline/diag"
	"dateline/timeline/diag/rule"
)

// mention reads the name of an actor, which is resolved when all records are known.
func (d *decoder) mention(n *yaml.Node) timeline.Mention {
	if name := d.line(n); name != "" {
		return d.batch.Mention(name)
	}
	return timeline.NoMention
}

// mentioned reads the name of an actor, as mention does, and returns the name.
func (d *decoder) mentioned(n *yaml.Node) string {
	name := d.line(n)
	if name != "" {
		d.batch.Mention(name)
	}
	return name
}

// actors reads the actors of a file: a list of records or names, or a map from id to record.
func (d *decoder) actors(n *yaml.Node) {
	d.strays = false
	eachRecord(d, n, actorFields, func(id string, n *yaml.Node) {
		if id != "" || !d.strayed(n, "actors", actorFields.has) {
			d.actor(id, n)
		}
	})
}

// actor reads an actor. It has the given id unless it says another.
func (d *decoder) actor(id string, n *yaml.Node) {
	a := timeline.ActorDraft{ID: id, Pos: d.Pos(n)}
	switch n.Kind {
	case yaml.MappingNode:
		decode(d, n, actorFields, &a, func(f timeline.Field) { a.Other = append(a.Other, f) })
		a.Other = append(a.Other, d.takeLoose()...)
	case yaml.ScalarNode:
		a.Name = d.spelling(n, &a)
	default:
		d.Problem(n, rule.WrongShape, "an actor is a map or a name, not a list", "write it as {id: …, name: …}")
		d.lose(n)
		return
	}
	if a.Name == "" && a.ID == "" {
		d.Problem(n, rule.NoName, "the actor has no name", "add name:")
		d.lose(n)
		return
	}
	a.At = d.At(n)
	if len(a.Spelled) > 0 && a.Spelled[0].Text == a.ID {
		a.At = a.Spelled[0].At
	}
	d.batch.AddActor(a)
}

// spelling reads one spelling of an actor's name, and returns it.
func (d *decoder) spelling(n *yaml.Node, a *timeline.ActorDraft) string {
	name := d.line(n)
	if name != "" {
		a.Spelled = append(a.Spelled, diag.Ref{Text: name, At: d.At(n)})
	}
	return name
}

// aliases reads the other spellings of an actor's name.
func (d *decoder) aliases(n *yaml.Node, a *timeline.ActorDraft) {
	d.each(n, func(item *yaml.Node) {
		if alias := d.spelling(item, a); alias != "" {
			a.Aliases = append(a.Aliases, alias)
		}
	})
}

// kinds holds the kinds of actor by the words that writers use.
var kinds = map[string]timeline.Kind{
	"person": timeline.Person, "organization": timeline.Organization, "organisation": timeline.Organization,
	"state": timeline.State, "country": timeline.State, "group": timeline.Group,
}

// kind reads the kind of an actor. A word that is not known is kept as it is.
func (d *decoder) kind(n *yaml.Node, a *timeline.ActorDraft) {
	word := d.line(n)
	kind, known := kinds[strings.ToLower(word)]
	if !known && word != "" {
		d.Problem(n, rule.UnknownKind, fmt.Sprintf("unknown kind `%s`", word),
			"the kinds are person, organization, state and group")
		a.Other = append(a.Other, ofText(d.key, word))
	}
	a.Kind = kind
}

// memberships reads the offices of an actor. An item of text names what the actor belongs to.
func (d *decoder) memberships(n *yaml.Node, a *timeline.ActorDraft) {
	a.Memberships = records(d, n, membershipFields, a.Memberships, timeline.MembershipDraft{},
		func(item *yaml.Node, m *timeline.MembershipDraft) { m.OfAt, m.Of = d.At(item), d.mentioned(item) })
}
