# Completion of dateline for fish, from 3.0 on.

function __dateline_offers
    set -l words (commandline -opc)
    set -l program dateline
    command -q -- $words[1]; and set program $words[1]
    set -l offers (command $program __typed fish (commandline -cp | string collect) 2>/dev/null)
    if string match -q '*files*' -- $offers[1]
        __fish_complete_path (commandline -ct)
    end
    printf '%s\n' $offers[2..-1]
end

complete -c dateline -f -k -a '(__dateline_offers)'
