using System.Collections.Immutable;

namespace Pipelines;

/// <summary>A server that runs beside a job in a container. Ready-made ones are in <see cref="Services"/>.</summary>
/// <param name="Name">Host name of the container; the job finds the right one for its system in the variable <c>NAME_HOST</c>.</param>
/// <param name="Image">With a version, best with a digest.</param>
/// <param name="Port">That it listens on.</param>
public sealed record Service(string Name, string Image, int Port)
{
    /// <summary>Environment of the container.</summary>
    public ImmutableSortedDictionary<string, string> Variables { get; init; } = ImmutableSortedDictionary<string, string>.Empty;

    /// <summary>Variables without which the image refuses to start.</summary>
    public ImmutableArray<string> Requires { get; init; } = [];

    /// <summary>Program in the container that succeeds as soon as the server answers. GitLab waits for the port instead.</summary>
    public string? Readiness { get; init; }

    /// <summary>Variables of the job, beside <c>NAME_HOST</c> and <c>NAME_PORT</c>, that say how to sign in.</summary>
    public ImmutableSortedDictionary<string, string> Login { get; init; } = ImmutableSortedDictionary<string, string>.Empty;
}
