// Package revision reads files and folders of commits through git: what git calls REV:path, and :path for what is to be
// committed.
//
//	if revision.Is("HEAD:record.yaml") {
//		files, problems, err := revision.Read(ctx, "HEAD:record.yaml")
//	}
//
// No part of such a name is an argument of git, nothing that a repository names is run, and no object that is missing
// is fetched. Paths are those of git: from the top of the repository, or with ./ from the folder that the program is
// in. A file is as it was committed: no attribute of the repository changes its text. Links and repositories within
// the repository are not followed.
//
// The package knows no command and no record. Beside ui/host, which it is a part of, only it starts programs. Of this
// module it imports diag, load, names and sanitize.
package revision

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	gopath "path"
	"path/filepath"
	"strconv"
	"strings"
	"time"

	"dateline/timeline/diag"
	"dateline/timeline/lazyregexp"
	"dateline/timeline/load"
	"dateline/timeline/names"
	"dateline/timeline/sanitize"
)

// What is read of a revision at most, in bytes.
const (
	maxBytes = 1 << 30
	maxTree  = 1 << 26 // the names of its files
	maxReply = 1 << 14 // any other answer of git
)

// options and environment keep git from running what a repository names: a pager, a hook, a monitor of files, and
// what fetches an object that is not there, for which it would use the network too.
var (
	options     = []string{"--no-pager", "-c", "core.fsmonitor=false", "-c", "core.hooksPath=" + os.DevNull}
	environment = []string{
		"GIT_NO_LAZY_FETCH=1", "GIT_ALLOW_PROTOCOL=none", "GIT_OPTIONAL_LOCKS=0", "GIT_TERMINAL_PROMPT=0",
		"GIT_PAGER=cat", "LC_ALL=C", "LANGUAGE=C",
	}
)

// Is reports whether a path is REV:path for git, and no file.
func Is(path string) bool {
	if _, _, ok := split(path); !ok || filepath.VolumeName(path) != "" {
		return false
	}
	_, err := os.Lstat(path)
	return errors.Is(err, os.ErrNotExist)
}

// split returns the two parts of REV:path. The first colon counts that is not in braces, as in HEAD^{/fix: x}:a.
func split(name string) (rev, path string, ok bool) {
	depth := 0
	for i := range len(name) {
		switch c := name[i]; {
		case c == '{':
			depth++
		case c == '}' && depth > 0:
			depth--
		case c == ':' && depth == 0:
			return name[:i], name[i+1:], true
		}
	}
	return "", "", false
}

// object matches what git says of an object: its name, its type and its size.
var object = lazyregexp.New(`^([0-9a-f]{40,64}) ([a-z]+) ([0-9]+)\n$`)

// Read returns the file that a name of git means, or the files of a folder that may belong to a record, with what is
// wrong among these. It returns an error that says what can be done, where git has nothing of that name.
func Read(ctx context.Context, name string) (files []load.File, problems diag.Problems, err error) {
	if strings.ContainsAny(name, "\n\x00") {
		return nil, nil, fmt.Errorf("no such file: %s\na name with a line break is not read through git; name its folder",
			sanitize.Line(name))
	}
	answer, err := git(ctx, maxReply, strings.NewReader(name+"\n"), "cat-file", "--batch-check")
	if err != nil {
		return nil, nil, unread(name, err)
	}
	said := object().FindStringSubmatch(string(answer))
	if said == nil {
		return nil, nil, whyMissing(ctx, name)
	}
	id, size := said[1], said[3]
	switch said[2] {
	case "blob":
		if n, err := strconv.ParseInt(size, 10, 64); err != nil || n > maxBytes {
			return nil, nil, tooLarge(name)
		}
		text, err := git(ctx, maxBytes, nil, "cat-file", "blob", id)
		if err != nil {
			return nil, nil, unread(name, err)
		}
		return []load.File{load.InMemory(name, text)}, nil, nil
	case "tree":
		return readTree(ctx, name, id)
	}
	return nil, nil, fmt.Errorf("%s is a %s of git\nname a file or a folder of it", sanitize.Line(name), said[2])
}

// tooLarge is the error of what no record is.
func tooLarge(name string) error {
	return fmt.Errorf("cannot read %s: it is larger than %d MB", sanitize.Line(name), maxBytes>>20)
}

// whyMissing returns what is wrong with REV:path: the revision, or the path in it.
func whyMissing(ctx context.Context, name string) error {
	rev, path, _ := split(name)
	none := "no such file: " + sanitize.Line(name)
	within, err := fullPath(ctx, path)
	if err != nil {
		return unread(name, err)
	}
	if rev == "" {
		listed, err := git(ctx, maxTree, nil, "ls-files", "-z", "--full-name", "--", ":/")
		switch {
		case err != nil:
		case strings.Contains("\x00"+string(listed), "\x00"+within+"\x00"):
			return notHere(sanitize.Line(name))
		case lists(listed, within):
			return fmt.Errorf("%s is a folder, and git keeps only files of what is to be committed\n"+
				"name one of its files, or commit and name %s", sanitize.Line(name), sanitize.Line("HEAD:"+path))
		}
		return errors.New(none + "\ngit has no such file among those that are to be committed")
	}
	inside := strings.TrimLeft(strings.TrimPrefix(path, "./"), "/")
	fromTop, fromHere := rev+":"+inside, rev+":./"+inside
	asked := rev + "^{tree}\n" + fromTop + "\n" + fromHere + "\n"
	answer, err := git(ctx, maxReply, strings.NewReader(asked), "cat-file", "--batch-check")
	said := strings.SplitAfterN(string(answer), "\n", 3)
	if err != nil || len(said) < 3 || !object().MatchString(said[0]) {
		return fmt.Errorf("%s, and git has no revision %s here\n`git log --oneline` and `git branch -a` list them", none,
			sanitize.Line(rev))
	}
	message := fmt.Sprintf("%s is not in the revision %s", sanitize.Line(path), sanitize.Line(rev))
	for n, meant := range []string{fromTop, fromHere} {
		if inside != "" && object().MatchString(said[n+1]) {
			return fmt.Errorf("%s\ndid you mean %s?", message, sanitize.Line(meant))
		}
	}
	all, err := git(ctx, maxTree, nil, "ls-tree", "-r", "-z", "--name-only", "--full-tree", strings.Fields(said[0])[0])
	if err != nil {
		return unread(name, err)
	}
	if lists(all, within) {
		return notHere(sanitize.Line(name))
	}
	return fmt.Errorf("%s\n%s", message, cureOf(rev, inside, strings.Split(string(all), "\x00")))
}

// cureOf returns what to do where a path is not in a revision, which has others.
func cureOf(rev, inside string, all []string) string {
	if inside == "" {
		return "the folder that you are in is not there; paths in git begin at the top of the repository"
	}
	if strings.ContainsAny(inside, "*?[") {
		return "patterns are not read; name a file or a folder, as in " + sanitize.Line(rev+":")
	}
	if near := nearestPath(inside, all); near != "" {
		return "did you mean " + sanitize.Line(rev+":"+near) + "?"
	}
	return "paths in git begin at the top of the repository; " + sanitize.Line(rev+":./"+inside) + " begins here"
}

// fullPath returns a path of git as it is from the top of the repository.
func fullPath(ctx context.Context, path string) (string, error) {
	if !strings.HasPrefix(path, "./") && !strings.HasPrefix(path, "../") {
		return path, nil
	}
	here, err := git(ctx, maxReply, nil, "rev-parse", "--show-prefix")
	return strings.TrimPrefix(gopath.Join("/", strings.TrimSuffix(string(here), "\n"), path), "/"), err
}

// lists reports whether a path, or a file in the folder at it, is among those that git lists, each of which ends in a
// zero byte.
func lists(listed []byte, path string) bool {
	for one := range strings.SplitSeq(string(listed), "\x00") {
		if rest, ok := strings.CutPrefix(one, path); ok && one != "" && (rest == "" || rest[0] == '/') {
			return true
		}
	}
	return false
}

// unread is the error of what git does not read, in its words, or of what it would have to fetch.
func unread(name string, err error) error {
	if strings.Contains(err.Error(), "could not fetch") || strings.Contains(err.Error(), "lazy fetching disabled") {
		return notHere(sanitize.Line(name))
	}
	return fmt.Errorf("cannot read %s: there is no such file, and git says: %w", sanitize.Line(name), err)
}

// notHere is the error of what a revision has and the repository does not, as a clone of parts of it.
func notHere(what string) error {
	return fmt.Errorf("git does not have %s here, though the revision names it\n"+
		"in a partial clone `git checkout` or `git show` of it brings it; else `git fsck` says what is lost", what)
}

// nearestPath returns the path of a revision that another may be meant for: one that ends so, or is spelled much so.
func nearestPath(path string, all []string) string {
	for _, one := range all {
		if strings.HasSuffix(one, "/"+path) {
			return one
		}
	}
	if near := names.Nearest(path, all, 1); len(near) > 0 {
		return near[0]
	}
	return ""
}

// git runs git with an input and returns what it writes, which is at most so many bytes. The error is in its words.
func git(ctx context.Context, most int64, input io.Reader, args ...string) ([]byte, error) {
	ctx, stop := context.WithCancel(ctx)
	defer stop()
	cmd := exec.CommandContext(ctx, "git", append(append([]string{}, options...), args...)...)
	cmd.Env = append(cmd.Environ(), environment...)
	complaint := &beginning{most: maxReply}
	cmd.Stdin, cmd.Stderr = input, complaint
	cmd.WaitDelay = time.Second // should a child of it hold on to the pipes
	out, err := cmd.StdoutPipe()
	if err == nil {
		err = cmd.Start()
	}
	switch {
	case errors.Is(err, exec.ErrNotFound):
		return nil, errors.New("git is not installed\ninstall it, or name a file")
	case ctx.Err() != nil:
		return nil, context.Cause(ctx)
	case err != nil:
		return nil, err
	}
	text, err := io.ReadAll(io.LimitReader(out, most+1))
	if int64(len(text)) > most {
		stop()
		_ = cmd.Wait()
		return nil, errors.New("there is more than can be read")
	}
	if ended := cmd.Wait(); ended != nil {
		err = ended
	}
	switch {
	case err == nil:
		return text, nil
	case ctx.Err() != nil:
		return nil, context.Cause(ctx)
	}
	if words := sentences(complaint.String()); words != "" {
		return nil, errors.New(sanitize.Line(words))
	}
	return nil, err
}

// sentences returns the lines that git complains in, as one with full stops between them.
func sentences(complaint string) string {
	said := ""
	for line := range strings.Lines(complaint) {
		line = strings.TrimSpace(line)
		for _, kind := range []string{"fatal: ", "error: "} {
			line = strings.TrimPrefix(line, kind)
		}
		switch {
		case line == "":
			continue
		case said != "" && !strings.ContainsAny(said[len(said)-1:], ".:,;!?"):
			said += "."
		}
		said += " " + line
	}
	return strings.TrimSpace(said)
}

// A beginning keeps the first bytes that are written to it.
type beginning struct {
	bytes.Buffer
	most int
}

func (b *beginning) Write(p []byte) (int, error) {
	b.Buffer.Write(p[:min(len(p), b.most-b.Len())])
	return len(p), nil
}
