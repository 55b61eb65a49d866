// Package linear says in sentences what the screen shows, for readers who hear it or feel it: with a screen reader, on
// a braille line, in a terminal that can only print. Nothing is drawn, moved or drawn again, and no escape sequence is
// written.
//
//	> a yermak
//	Only Andriy Yermak: 5 of 45. You are at 1 of 5: 10 July 2025, Yermak briefs Rubio. undo takes it back.
//
// A [Talk] is a reader's lines and the answers to them. What there is to say is read off a session: [Place] says where
// the reader is, [Part] a part of the event, [Changed] what a command has changed. [Words] are the commands that a line
// can begin with, by the names of the screen's actions.
//
// It changes no session and does no command: package ui does, by its table of keys. It may import timeline and what
// asks it, and of ui draw, for words and their width alone, list, outline and session.
package linear
