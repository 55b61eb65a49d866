package host

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"strings"

	"dateline/timeline/diag"
	"dateline/timeline/diag/rule"
	"dateline/timeline/names"
	"dateline/timeline/sanitize"
)

// An explained error says all that there is to say, in words for the reader.
type explained string

func (e explained) Error() string { return string(e) }

// unreadable returns the problem of a path that cannot be read. Where names are bare it does not tell what else is in
// the folder, or where a link leads.
func (in *Input) unreadable(path string, err error) diag.Problem {
	var said explained
	if !in.Bare || errors.As(err, &said) {
		err = in.explain(path, err)
	} else {
		err = fmt.Errorf("cannot read %s: %w", sanitize.Line(in.called(path)), reason(err))
	}
	message, hint, _ := strings.Cut(err.Error(), "\n")
	return diag.Problem{Rule: rule.Unreadable, Pos: diag.Pos{File: in.called(path)}, Message: message, Hint: hint}
}

// explain returns what is wrong with a path, and which name in the same folder it may be meant for.
func (in *Input) explain(path string, err error) error {
	var said explained
	if errors.As(err, &said) {
		return said
	}
	if !errors.Is(err, fs.ErrNotExist) {
		return fmt.Errorf("cannot read %s: %w", sanitize.Line(path), reason(err))
	}
	if path == "" {
		return errors.New("the name of a file is empty")
	}
	if to, err := os.Readlink(path); err == nil {
		return fmt.Errorf("%s is a link to %s, which does not exist", sanitize.Line(path), sanitize.Line(to))
	}
	message := "no such file: " + sanitize.Line(path)
	if near := names.Nearest(path, in.Commands, 1); len(near) > 0 {
		return errors.New(message + "\ndid you mean the command " + near[0] + "?")
	}
	entries, _ := os.ReadDir(filepath.Dir(path)) // without a folder there is nothing to suggest
	beside := make([]string, len(entries))
	for i, e := range entries {
		beside[i] = e.Name()
	}
	if near := names.Nearest(filepath.Base(path), beside, 1); len(near) > 0 {
		dir, _ := filepath.Split(path)
		message += "\ndid you mean " + sanitize.Line(dir+near[0]) + "?"
	} else if in.Revisions {
		message += "\na file of a commit is REV:path, as in HEAD:record.yaml"
	}
	return errors.New(message)
}

// reason returns an error without the paths that the message has already.
func reason(err error) error {
	var p *fs.PathError
	var program *exec.Error
	switch {
	case errors.As(err, &p):
		return p.Err
	case errors.As(err, &program):
		return program.Err
	}
	var l *os.LinkError
	if errors.As(err, &l) {
		return l.Err
	}
	return err
}
