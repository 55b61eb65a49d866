// Package axis draws how events lie in time: the overview of the record, and the small line of one actor's events.
//
// It is not the list of events, and does not say which are shown: package session does.
//
//	var o axis.Overview
//	o.Arrange(s, width)
//	for _, row := range o.Draw(s, theme, size) {
//		fmt.Println(row)
//	}
package axis
