package host

import (
	"context"
	"os"
	"path/filepath"
	"strconv"
	"testing"
	"time"
)

// often is how often these tests look at their files.
const often = 2 * time.Millisecond

// watched is a folder with a record that has been read.
func watched(t *testing.T) (in *Input, folder string) {
	t.Helper()
	folder = t.TempDir()
	put(t, filepath.Join(folder, "a.yaml"), "- {date: 2025-05-01, title: One}\n")
	put(t, filepath.Join(folder, "deep", "b.md"), "---\ndate: 2025-05-02\ntitle: Two\n---\n")
	in = &Input{Paths: []string{folder}, Now: time.Now}
	in.Load(context.Background(), nil)
	return in, folder
}

func put(t *testing.T, path, text string) {
	t.Helper()
	if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(path, []byte(text), 0o644); err != nil {
		t.Fatal(err)
	}
}

func TestChanged(t *testing.T) {
	for name, change := range map[string]func(folder string) error{
		"content": func(folder string) error {
			return os.WriteFile(filepath.Join(folder, "a.yaml"), []byte("- {date: 2025-05-01, title: Another}\n"), 0o644)
		},
		"renamed over, as long and as old": func(folder string) error {
			a, next := filepath.Join(folder, "a.yaml"), filepath.Join(folder, "next")
			info, err := os.Stat(a)
			if err != nil {
				return err
			}
			if err := os.WriteFile(next, []byte("- {date: 2025-05-01, title: Two}\n"), 0o644); err != nil {
				return err
			}
			if err := os.Chtimes(next, info.ModTime(), info.ModTime()); err != nil {
				return err
			}
			return os.Rename(next, a)
		},
		"time only": func(folder string) error {
			return os.Chtimes(filepath.Join(folder, "a.yaml"), time.Unix(0, 0), time.Unix(0, 0))
		},
		"added":    func(folder string) error { return os.WriteFile(filepath.Join(folder, "deep", "c.yml"), nil, 0o644) },
		"gone":     func(folder string) error { return os.Remove(filepath.Join(folder, "deep", "b.md")) },
		"all gone": os.RemoveAll,
		"renamed": func(folder string) error {
			return os.Rename(filepath.Join(folder, "a.yaml"), filepath.Join(folder, "z.yaml"))
		},
		"a new Markdown file": func(folder string) error {
			return os.WriteFile(filepath.Join(folder, "README.md"), nil, 0o644)
		},
	} {
		t.Run(name, func(t *testing.T) {
			in, folder := watched(t)
			if err := change(folder); err != nil {
				t.Fatal(err)
			}
			ctx, stop := context.WithTimeout(context.Background(), time.Minute) // after a slow look it waits for long
			defer stop()
			if !in.Changed(ctx, often) {
				t.Fatal("it is not noticed")
			}
			in.Load(ctx, nil)
			unchanged(t, in)
		})
	}
}

// unchanged fails if a change is seen in what Load read.
func unchanged(t *testing.T, in *Input) {
	t.Helper()
	ctx, stop := context.WithTimeout(context.Background(), 10*often)
	defer stop()
	if in.Changed(ctx, often) {
		t.Error("a change is seen where there is none")
	}
}

func TestScratchFilesAreNoChange(t *testing.T) {
	in, folder := watched(t)
	for _, name := range []string{".a.yaml.swp", "_draft.yaml", "a.yaml~", "4913", ".git/index.yaml", "notes.txt"} {
		put(t, filepath.Join(folder, name), "scratch")
	}
	unchanged(t, in)
}

// A file that is still being written is left alone until it rests, and one that is as it was is no change.
func TestOnlyWhatRestsIsAChange(t *testing.T) {
	looks := 0
	script := []string{"read", "half", "more", "read", "read", "half", "whole", "whole"}
	if !differs(context.Background(), often, look{{path: "read"}}, func() look {
		looks++
		return look{{path: script[looks-1]}}
	}, time.Now) || looks != len(script) {
		t.Errorf("a change is seen after %d looks, want %d", looks, len(script))
	}
}

// A file that never rests, such as a log, is not waited for for ever.
func TestWhatNeverRestsIsAChange(t *testing.T) {
	looks := 0
	if !differs(context.Background(), often, look{{path: "read"}}, func() look {
		looks++
		return look{{path: strconv.Itoa(looks)}}
	}, time.Now) {
		t.Error("it is not noticed")
	}
}

func TestNothingToWatch(t *testing.T) {
	for _, in := range []*Input{{}, {Paths: []string{Stdin}}} {
		if in.Changed(context.Background(), often) {
			t.Errorf("%v changes", in.Paths)
		}
	}
}

// BenchmarkLook is what a look costs at a folder of 2,000 files.
func BenchmarkLook(b *testing.B) {
	folder := b.TempDir()
	for n := range 2000 {
		if err := os.WriteFile(filepath.Join(folder, time.Duration(n).String()+".md"), []byte("---\n"), 0o644); err != nil {
			b.Fatal(err)
		}
	}
	in := &Input{Paths: []string{folder}}
	b.ReportAllocs()
	for b.Loop() {
		if len(in.look()) != 2001 {
			b.Fatal("files are missing")
		}
	}
}
