// Package who has the panel in which actors are chosen, with how many events each has under the other parts of the
// filter.
//
// It is not the page of one actor, which is in package pane, and it holds no filter: what is chosen is in the query
// line that package session holds.
//
//	var p who.Panel
//	p.Open(s)
//	p.Arrange(s, size)
//	rows := p.Draw(s, theme, size)
package who
