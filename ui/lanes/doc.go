// Package lanes shows who meets whom, and when: a row for each actor, time from left to right, a mark where the actor
// takes part. Rows stand by side, people before the state that they serve, and who met is tied by a line.
//
//	                   Feb ’22   Apr ’25      Jun  Jul
//	 UKRAINE           ──╱──╱───────────────╱────╋──
//	 Zelensky       11       △───●─●─────────────●
//	 the state      23 ×───●─●───×─────────□─────┼─●
//	 UNITED STATES                               │
//	▌Rubio           3                           ◆
//	                                             ┗ 10 July 2025  Rubio and Lavrov hold tense talks
//
// It is not the list of events, and does not say which are shown: package session does. The selected event is that of
// the list.
//
//	var l lanes.Lanes
//	l.Arrange(s, size, true)
//	for _, row := range l.Draw(s, theme, size, true) {
//		fmt.Println(row)
//	}
package lanes
