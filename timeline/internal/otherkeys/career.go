package otherkeys

import (
	"strings"

	"gopkg.in/yaml.v3"

	"dateline/timeline/diag/rule"
	"dateline/timeline/internal/guess"
	"dateline/timeline/internal/nodevalue"
)

// This file reads the steps of a career, as résumés have them: what somebody worked as or studied is the title, and for
// whom or where is who took part, also where the key of that is but name.

// A step is what a key says of a step of a career.
type step uint8

const (
	noStep step = iota
	post
	employer
	school
	degree
	subject
	team // which has posts of its own, as of players
	steps
)

// careerKeys are the folded keys of each step.
var careerKeys = [steps]string{
	post:     " position positiontitle jobposition jobtitle role post occupation ",
	employer: " employer employername company companyname organization organisation ",
	school:   " institution institutionname school schoolname university college ",
	degree:   " studytype degree degreename degreetype qualification diploma ",
	subject:  " area fieldofstudy field major subject speciality ",
	team:     " team club ",
}

// stepOf returns what a folded key says of a step of a career.
func stepOf(folded string) step {
	for s, keys := range careerKeys {
		if folded != "" && strings.Contains(keys, " "+folded+" ") {
			return step(s)
		}
	}
	return noStep
}

// isWords reports whether a key of the event itself has a text with letters.
func (o *Key) isWords() bool {
	return o.Outer == 0 && o.Value.Kind == yaml.ScalarNode && guess.HasLetter(o.Value.Value)
}

// begins reports whether an event has a key that says when something began, and not only when it was.
func (g *Guesser) begins(e *Event) bool {
	if e.StartNode != nil {
		return true
	}
	for i := range e.Others {
		if o := &e.Others[i]; len(o.Means) > 0 && o.saysOfSpan().begins {
			return true
		}
	}
	return false
}

// fillCareer fills the title and the actors of a step of a career. The area of one is what it is about, and no place.
func (g *Guesser) fillCareer(e *Event) {
	var of [steps]*Key // the first key of each
	for i := range e.Others {
		o := &e.Others[i]
		if o.step != noStep && of[o.step] == nil && o.isWords() {
			of[o.step] = o
		}
	}
	if of[post] == nil && of[degree] == nil && of[school] == nil || !g.begins(e) {
		return
	}
	name := e.sibling(nil, "name")
	if name != nil && !name.isWords() {
		name = nil
	}
	study := (of[school] != nil || of[degree] != nil && name != nil) && (of[degree] != nil || of[subject] != nil)
	job := !study && of[post] != nil && (of[employer] != nil || name != nil && of[team] == nil)
	if !study && !job {
		return
	}
	if !g.IsForeign() {
		g.Seen.PassedOver = true
		return
	}
	if of[subject] != nil && of[subject].Folded == "area" {
		of[subject].Means = nil
	}
	if e.Title != "" {
		return
	}
	first, second := of[post], (*Key)(nil)
	if study {
		if first, second = of[degree], of[subject]; first == nil {
			first, second = of[subject], nil
		}
	}
	e.Title = nodevalue.InLine(first.text())
	g.take(e, first, guess.Title)
	if second != nil {
		e.Title += ", " + nodevalue.InLine(second.text())
		second.Taken = guess.Title
		g.ProblemOfKey(second.Node, rule.RoleGuessed, "`"+second.Name+"` is taken for `title`",
			func() string { return "it is a part of that; write title: " + e.Title })
	}
	e.Title = guess.FirstWords(e.Title, guess.ShortTitle)
	if len(e.Actors) == 0 && name != nil && of[employer] == nil && of[school] == nil {
		if g.own.ReadRole(e, guess.Actors, name.Name, name.Value); len(e.Actors) > 0 {
			name.Taken = guess.Actors // which is no map to offer, since a name elsewhere in the file is a title
			g.ProblemOfKey(name.Node, rule.RoleGuessed, "`name` is taken for `actors`",
				func() string { return "call it actors" })
		}
	}
}
