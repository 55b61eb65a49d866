// Package inhand holds the file that is being read: where its problems go, and what is known of all its values, on
// which a guess about one of them may hang.
//
//	file := inhand.File{In: in, Problems: problems, Known: survey}
//	file.Problem(n, rule.DateAsWritten, "this date is read as 2025-09-08", "write it so, to be exact")
//	if file.IsForeign() { … }              // so that weak names count
//	file.Seen.Column("year").Add("1914")   // for whoever reads the file again
//
// A File is shared by all who read from one file: package load with its tables, dates, otherkeys. It holds no value of
// the file and reads none. What it knows comes from two places: Known is what an earlier reading saw of the whole file,
// and Seen is what this one has seen so far. Neither says what to do about it.
//
// It imports diag, guess and yamldoc, and yaml.v3 for its nodes.
package inhand

import (
	"gopkg.in/yaml.v3"

	"dateline/timeline/diag"
	"dateline/timeline/diag/rule"
	"dateline/timeline/internal/guess"
	"dateline/timeline/internal/yamltree"
)

// A File is the file in hand.
type File struct {
	In       *diag.File
	Problems *diag.List   // of the part that is being read
	Known    guess.Survey // of the file, where it is read again
	Seen     guess.Survey // of the file, as far as it has been read
	Silent   bool         // whether a program wrote it, so that no sign of it is meant as a word
	Alone    bool         // whether the event in hand is all that it has
	Page     bool         // whether it is a page of Markdown
	Headings []string     // of a page of a folder: the name of its file, and the heading with which its text begins
	Undated  string       // of a page that looks like a chronicle and is none: why, and what to do
}

// IsForeign reports whether the file is not in the format of dateline, as far as is known.
func (f *File) IsForeign() bool { return f.Seen.Foreign || f.Known.Foreign }

// IsKnownOthers reports whether the file is known to be none of ours before its first event is read: numbers of others
// are no decades.
func (f *File) IsKnownOthers() bool { return f.Silent || f.Known.Foreign && !f.Known.Ours }

// At returns the range of a node.
func (f *File) At(n *yaml.Node) diag.Range {
	return diag.Range{File: f.In, Line: n.Line, Column: n.Column, Width: yamltree.Width(f.In, n)}
}

// Pos returns the position of a node.
func (f *File) Pos(n *yaml.Node) diag.Pos {
	return diag.Pos{File: f.In.Name(), Line: n.Line, Column: n.Column}
}

// Report reports a problem.
func (f *File) Report(at diag.Range, of rule.ID, message, hint string) {
	f.Problems.Report(at, of, message, hint)
}

// Problem reports a problem of a node.
func (f *File) Problem(n *yaml.Node, of rule.ID, message, hint string) {
	if !f.Problems.Counts(f.In, of, message) {
		f.Report(f.At(n), of, message, hint)
	}
}

// ProblemOfKey reports a problem of a key, which in a table is at the same place for each event. It asks for the hint
// where somebody will see it.
func (f *File) ProblemOfKey(key *yaml.Node, of rule.ID, message string, hint func() string) {
	at := diag.Range{File: f.In, Line: key.Line, Column: key.Column}
	f.Problems.ReportOfKey(at, of, message, func() (width int, said string) { return f.At(key).Width, hint() })
}
