package host

import (
	"path/filepath"
	"strings"
)

// called returns what a path is called: as it is, or where names are bare by its last name, with as many of the names
// above it as tell it from the other paths.
func (in *Input) called(path string) string {
	if !in.Bare || path == Stdin {
		return path
	}
	in.naming.Do(func() { in.bare = bareNames(in.Paths) })
	return in.bare[path]
}

// pathOf returns the path of a file that has a name among those at a path.
func (in *Input) pathOf(path, name string) string {
	if !in.Bare {
		return name
	}
	return path + strings.TrimPrefix(name, filepath.ToSlash(in.called(path)))
}

// bareNames returns of each path the shortest end that tells it from the others.
func bareNames(paths []string) map[string]string {
	called := make(map[string]string) // the whole path of each that has no name yet: its end so far
	for _, path := range paths {
		called[wholePath(path)] = ""
	}
	names := make(map[string]string) // of whole paths
	for n := 1; len(called) > 0; n++ {
		alike := make(map[string]int)
		for whole := range called {
			called[whole] = lastNames(whole, n)
			alike[called[whole]]++
		}
		for whole, end := range called {
			if alike[end] == 1 || end == whole {
				names[whole] = end
				delete(called, whole)
			}
		}
	}
	bare := make(map[string]string, len(paths))
	for _, path := range paths {
		bare[path] = names[wholePath(path)]
	}
	return bare
}

// wholePath returns a path from the root of the machine on, without a separator at its begin.
func wholePath(path string) string {
	if whole, err := filepath.Abs(path); err == nil {
		path = whole
	}
	return strings.Trim(strings.TrimPrefix(path, filepath.VolumeName(path)), string(filepath.Separator))
}

// lastNames returns the last n names of a path, or all if it has no more.
func lastNames(path string, n int) string {
	end := len(path)
	for ; n > 0 && end >= 0; n-- {
		end = strings.LastIndexByte(path[:end], filepath.Separator)
	}
	return path[end+1:]
}
