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

// Folded keys of steps of a career.
const (
	postKeys     = " position positiontitle jobposition jobtitle role post occupation "
	employerKeys = " employer employername company companyname organization organisation "
	schoolKeys   = " institution institutionname school schoolname university college "
	degreeKeys   = " studytype degree degreename degreetype qualification diploma "
	subjectKeys  = " area fieldofstudy field major subject speciality "
)

// among returns the first key of an event that is one of some folded names and has a text, and nil without one.
func (e *Event) among(names string) *Key {
	for i := range e.Others {
		o := &e.Others[i]
		if o.Outer == 0 && o.Value.Kind == yaml.ScalarNode && guess.HasLetter(o.Value.Value) &&
			o.Folded != "" && strings.Contains(names, " "+o.Folded+" ") {
			return o
		}
	}
	return nil
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
	if !g.IsForeign() {
		return
	}
	post, employer, name := e.among(postKeys), e.among(employerKeys), e.among(" name ")
	school, degree, subject := e.among(schoolKeys), e.among(degreeKeys), e.among(subjectKeys)
	if post == nil && degree == nil && school == nil || !g.begins(e) {
		return
	}
	study := (school != nil || degree != nil && name != nil) && (degree != nil || subject != nil)
	job := !study && post != nil && (employer != nil || name != nil && e.among(" team club ") == nil) // but of players
	if !study && !job {
		return
	}
	if subject != nil && subject.Folded == "area" {
		subject.Means = nil
	}
	if e.Title != "" {
		return
	}
	first, second := post, (*Key)(nil)
	if study {
		if first, second = degree, subject; first == nil {
			first, second = subject, nil
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
	if len(e.Actors) == 0 && name != nil && employer == nil && school == nil {
		if g.own.ReadRole(e, guess.Actors, name.Name, name.Value); len(e.Actors) > 0 {
			g.take(e, name, guess.Actors)
		}
	}
}
