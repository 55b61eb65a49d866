// Package report writes problems for other programs: as JSON, as the commands by which a run of GitHub Actions marks
// lines of a change, and as SARIF, the format of code scanners.
//
//	err := report.Write(os.Stdout, report.SARIF, problems, 0)
//
// Each problem names its rule, whose name never changes. Those that say the same of the same place are one, with their
// count. Lines and columns count from 1, columns in characters; an end column is that of the first character after what
// is meant. What is written obeys nothing that a record says: control and bidirectional characters are escaped, and so
// is what GitHub would read as a command.
//
// The package does not choose the problems, and does not write them for people: diag.Fprint and diag.FprintGroups do.
// Of this module it imports diag, rule and sanitize.
package report

import (
	"bufio"
	"encoding/json"
	"fmt"
	"io"
	"net/url"
	"path"
	"strings"

	"dateline/timeline/diag"
	"dateline/timeline/diag/rule"
	"dateline/timeline/sanitize"
)

// A Format says how problems are written. Text is what people read.
type Format string

// The formats.
const (
	Text   Format = "text"
	JSON   Format = "json"
	GitHub Format = "github"
	SARIF  Format = "sarif"
)

// Formats are all formats.
var Formats = []Format{Text, JSON, GitHub, SARIF}

// Write writes problems in a format. Omitted is how many there are beside them. The error is that of w.
func Write(w io.Writer, format Format, problems diag.Problems, omitted int) error {
	out := bufio.NewWriter(w) // keeps the first error
	switch format {
	case JSON:
		writeJSON(out, places(problems), omitted)
	case GitHub:
		for _, p := range places(problems) {
			_, _ = out.WriteString(command(p))
		}
	case SARIF:
		writeSARIF(out, places(problems))
	default:
		_ = diag.Fprint(out, problems)
	}
	return out.Flush()
}

// A counted problem is one with the number of times that it was met at its place, as the head of a column is with each
// row.
type counted struct {
	diag.Problem
	times int
}

// places returns the problems in their order, those that say the same of the same place as one.
func places(problems diag.Problems) []counted {
	type where struct {
		rule          rule.ID
		pos           diag.Pos
		width         int
		message, hint string
	}
	first := make(map[where]int, len(problems))
	all := make([]counted, 0, len(problems))
	for _, p := range problems {
		key := where{p.Rule, p.Pos, p.Width, p.Message, p.Hint}
		if n, known := first[key]; known {
			all[n].times += 1 + p.Again
			continue
		}
		first[key] = len(all)
		all = append(all, counted{p, 1 + p.Again})
	}
	return all
}

// encode writes a value as JSON.
func encode(out *bufio.Writer, value any) {
	e := json.NewEncoder(sanitize.EscapeJSON(out))
	e.SetEscapeHTML(false)
	e.SetIndent("", "  ")
	_ = e.Encode(value) // values are plain data
}

// A problemJSON is the shape of a problem in JSON. Scripts may rely on the keys; a new one comes after the others.
type problemJSON struct {
	Rule      string `json:"rule"`
	Severity  string `json:"severity"`
	File      string `json:"file"`
	Line      int    `json:"line"`      // 0 where a whole file is meant
	Column    int    `json:"column"`    // 0 where a whole line is meant
	EndColumn int    `json:"endColumn"` // 0 where Column is
	Message   string `json:"message"`
	Hint      string `json:"hint"`
	Count     int    `json:"count"` // how many times it was met at this place
}

func writeJSON(out *bufio.Writer, problems []counted, omitted int) {
	all := struct {
		Problems []problemJSON `json:"problems"`
		Omitted  int           `json:"omitted"` // problems whose places were not kept
	}{make([]problemJSON, len(problems)), omitted}
	for n, p := range problems {
		all.Problems[n] = problemJSON{
			p.Rule.String(), p.Severity().String(), p.Pos.File, p.Pos.Line, p.Pos.Column, endColumn(p.Problem), p.Message,
			p.Hint, p.times,
		}
	}
	encode(out, all)
}

// endColumn returns the column after what is meant; 0 where a whole line is meant.
func endColumn(p diag.Problem) int {
	if p.Pos.Line == 0 || p.Pos.Column == 0 {
		return 0
	}
	return p.Pos.Column + max(1, p.Width)
}

// command returns the line by which a run of GitHub Actions marks a problem.
func command(p counted) string {
	var about []string
	add := func(key string, value any) { about = append(about, fmt.Sprintf("%s=%v", key, value)) }
	if p.Pos.File != "" {
		add("file", property(p.Pos.File))
	}
	if p.Pos.Line > 0 {
		add("line", p.Pos.Line)
	}
	if end := endColumn(p.Problem); end > 0 {
		add("col", p.Pos.Column)
		add("endColumn", end)
	}
	add("title", property(p.Rule.String()))
	text := data(p.Message)
	if p.times > 1 {
		text += fmt.Sprintf(" (%d times)", p.times)
	}
	if p.Hint != "" {
		text += "%0A" + data(p.Hint)
	}
	return "::" + p.Severity().String() + " " + strings.Join(about, ",") + "::" + text + "\n"
}

// data returns text that ends no command of GitHub.
func data(text string) string {
	return strings.NewReplacer("%", "%25", "\r", "%0D", "\n", "%0A").Replace(sanitize.Line(text))
}

// property returns text that ends no property of a command either.
func property(text string) string {
	return strings.NewReplacer(":", "%3A", ",", "%2C").Replace(data(text))
}

// The parts of SARIF 2.1.0 that a scanner gives.
type (
	sarifLog struct {
		Schema  string     `json:"$schema"`
		Version string     `json:"version"`
		Runs    []sarifRun `json:"runs"`
	}
	sarifRun struct {
		Tool       sarifTool     `json:"tool"`
		ColumnKind string        `json:"columnKind"`
		Results    []sarifResult `json:"results"`
	}
	sarifTool struct {
		Driver sarifDriver `json:"driver"`
	}
	sarifDriver struct {
		Name  string      `json:"name"`
		Rules []sarifRule `json:"rules"`
	}
	sarifRule struct {
		ID     string     `json:"id"`
		Doc    sarifText  `json:"shortDescription"`
		Config sarifLevel `json:"defaultConfiguration"`
	}
	sarifText struct {
		Text string `json:"text"`
	}
	sarifLevel struct {
		Level string `json:"level"`
	}
	sarifResult struct {
		Rule      string          `json:"ruleId"`
		RuleIndex int             `json:"ruleIndex"`
		Level     string          `json:"level"`
		Message   sarifText       `json:"message"`
		Count     int             `json:"occurrenceCount"`
		Locations []sarifLocation `json:"locations,omitempty"`
	}
	sarifLocation struct {
		Physical sarifPlace `json:"physicalLocation"`
	}
	sarifPlace struct {
		File   sarifFile    `json:"artifactLocation"`
		Region *sarifRegion `json:"region,omitempty"`
	}
	sarifFile struct {
		URI string `json:"uri"`
	}
	sarifRegion struct {
		Line      int `json:"startLine"`
		Column    int `json:"startColumn,omitempty"`
		EndColumn int `json:"endColumn,omitempty"`
	}
)

func writeSARIF(out *bufio.Writer, problems []counted) {
	run := sarifRun{ColumnKind: "unicodeCodePoints", Results: make([]sarifResult, len(problems))}
	run.Tool.Driver.Name = "dateline"
	index := make(map[rule.ID]int)
	for n, of := range rule.All() {
		index[of] = n
		level := sarifLevel{diag.Problem{Rule: of}.Severity().String()}
		run.Tool.Driver.Rules = append(run.Tool.Driver.Rules, sarifRule{of.String(), sarifText{of.Doc()}, level})
	}
	for n, p := range problems {
		text := p.Message
		if p.Hint != "" {
			text += "\n" + p.Hint
		}
		run.Results[n] = sarifResult{
			p.Rule.String(), index[p.Rule], p.Severity().String(), sarifText{text}, p.times, locations(p),
		}
	}
	encode(out, sarifLog{
		Schema: "https://json.schemastore.org/sarif-2.1.0.json", Version: "2.1.0", Runs: []sarifRun{run},
	})
}

// locations returns where a problem is, none where that is not known.
func locations(p counted) []sarifLocation {
	if p.Pos.File == "" {
		return nil
	}
	file := url.URL{Path: p.Pos.File}
	if path.IsAbs(p.Pos.File) {
		file.Scheme = "file"
	}
	at := sarifPlace{File: sarifFile{file.String()}}
	if p.Pos.Line > 0 {
		at.Region = &sarifRegion{p.Pos.Line, p.Pos.Column, endColumn(p.Problem)}
	}
	return []sarifLocation{{at}}
}
