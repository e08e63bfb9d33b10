using System.Collections.Immutable;
using System.Collections.ObjectModel;

namespace Pipelines;

/// <summary>Everything a run takes from outside, so that a build class can be tested without a process.</summary>
public sealed record BuildInvocation
{
    /// <summary>Words of the command line, without the program.</summary>
    public ImmutableArray<string> Arguments { get; init; } = [];

    /// <summary>Variables that give parameters and tell the host; nothing else of the process is read.</summary>
    public IReadOnlyDictionary<string, string> Environment { get; init; } = ReadOnlyDictionary<string, string>.Empty;

    /// <summary>The folder that holds <c>.nuke</c>; searched upwards from the current folder unless set.</summary>
    public AbsolutePath? Root { get; init; }

    /// <summary>Where the run speaks; nowhere unless set.</summary>
    public TextWriter Output { get; init; } = TextWriter.Null;

    /// <summary>Where wrong command lines and failed queries are told; nowhere unless set.</summary>
    public TextWriter Error { get; init; } = TextWriter.Null;

    /// <summary>Answers questions about required parameters and passphrases, where <see cref="Interactive"/> is set and the run is no job of a server; nobody unless set.</summary>
    public IInput? Input { get; init; }

    /// <summary>The run's clock.</summary>
    public TimeProvider TimeProvider { get; init; } = TimeProvider.System;

    /// <summary>A person watches <see cref="Output"/> on a terminal that can redraw.</summary>
    public bool Interactive { get; init; }
}
