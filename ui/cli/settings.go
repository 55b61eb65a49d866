package cli

import (
	"cmp"
	"errors"
	"fmt"

	"dateline/timeline/diag"
	"dateline/timeline/diag/report"
	"dateline/timeline/diag/rule"
	"dateline/timeline/sanitize"
	"dateline/ui"
	"dateline/ui/config"
	"dateline/ui/host"
	"dateline/ui/palette"
)

// The reader's own settings, which count for the screen alone.

// A settingsFile is what the file of settings says, and what is wrong with it.
type settingsFile struct {
	config.Settings
	path     string // "" where there can be none
	found    bool
	problems diag.Problems
	groups   diag.Groups
}

// settings reads the reader's own settings. A file that cannot be read is a problem like others, and stops nothing.
func (a *app) settings() settingsFile {
	s := settingsFile{path: config.Path(a.getenv)}
	if s.path == "" {
		return s
	}
	type answer struct {
		text  string
		found bool
		err   error
	}
	read := make(chan answer, 1)
	host.Within(recalling, func() {
		text, found, err := host.ReadSmall(s.path, config.MaxBytes)
		read <- answer{text, found, err}
	})
	got := answer{found: true, err: errors.New("the file system does not answer")}
	select {
	case got = <-read:
	default:
	}
	s.found = got.found
	if got.err != nil {
		s.problems = diag.Problems{{
			Rule: rule.Unreadable, Pos: diag.Pos{File: s.path},
			Message: "the settings cannot be read: " + got.err.Error(), Hint: "mend the file, or move it away",
		}}
		s.groups = s.problems.Groups()
		return s
	}
	if got.text == "" {
		return s
	}
	said, file := config.Parse(s.path, got.text, ui.Keys())
	s.Settings, s.problems, s.groups = said, file.Found(), file.Groups()
	return s
}

// apply hands the settings to the screen, as far as no flag says otherwise.
func (a *app) apply(s settingsFile, o *ui.Options) {
	o.Theme, o.Roles, o.Keys = palette.Theme(cmp.Or(a.theme, string(s.Theme))), s.Roles, s.Keys
	if a.theme == "auto" {
		o.Theme = ""
	}
	o.Rows, o.Start, o.NoMouse, o.Settings = s.Rows, s.Start, s.NoMouse, s.groups
}

// checkSettings lists what is wrong in the reader's own settings and matters, and fails if there is something.
func (a *app) checkSettings(matters func(rule.ID) bool) error {
	s := a.settings()
	if s.path == "" {
		return errors.New("there is no folder for settings; set HOME or XDG_CONFIG_HOME")
	}
	name := sanitize.Line(s.path)
	if !s.found {
		fmt.Fprintf(a.Stderr, "%s: there is no such file, and all is as it comes\n", name)
		return nil
	}
	problems, groups := s.problems.Of(matters), s.groups.Of(matters)
	omitted := groups.Count() - groups.Repeats() - len(problems)
	if err := report.Write(a.Stdout, cmp.Or(a.problemsAs, report.Text), problems, omitted); err != nil {
		return err
	}
	words := cmp.Or(groups.Summary(), "no problems")
	if omitted > 0 {
		words += fmt.Sprintf("; the first %d are listed", len(problems))
	}
	fmt.Fprintf(a.Stderr, "%s: %s\n", name, words)
	if groups.Errors() > 0 {
		return finding("")
	}
	return nil
}
