// Package box has the one box for anything: a line that is typed into, and one list, ranked, of what that may mean.
//
//	: rub▏                                                              8 found
//	 WHO    ▌Marco Rubio       Secretary of State, US                   3 events
//	 EVENTS  10 Jul 2025  ◆ Rubio and Lavrov hold tense talks in Kuala Lumpur
//	         8 Sep 2025   ◇ Yermak tells Rubio of Russian strikes on cities
//	 WORDS   “rub…” in titles, summaries, quotes                        4 events
//	 DO      write the shown events to a file                           Y
//
// A [Box] lists actors, events, words, parts of a filter, saved views, commands and dates; or of the commands all,
// those that count where it was opened first, with the legend and the language of the filter. What is in focus stays in
// focus, known by what it is, whatever comes to the list. What takes long in a large record is work for whoever calls
// [Box.TakeWork], and its answer has the number of its question.
//
// It is not the query line, which edits the filter, nor the picker, which ticks several actors. It knows no keys: which
// commands there are it is told, and which was chosen it tells.
//
//	var b box.Box
//	b.Open(s, commands, nil, false)
//	b.Type(s, key)
//	done := b.Take(s)
package box
