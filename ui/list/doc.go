// Package list has the timeline pane: the shown events in order of time, with what a row says of an event, under a
// heading for each month and with the silence between them, and above the first what the record says of itself.
//
// It is not what the list lists or which event is selected, which package session holds, nor the detail of an event.
//
//	var l list.List
//	l.Arrange(s, theme, size, false)
//	for _, row := range l.Draw(s, theme, size, true) {
//		fmt.Println(row)
//	}
package list
