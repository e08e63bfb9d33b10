namespace Pipelines;

/// <summary>A right of the job's token on GitHub; the job has no other ones.</summary>
/// <param name="Scope">As GitHub names it, such as <c>packages</c>.</param>
/// <param name="Because">Why the job needs it; stands beside it in the file.</param>
public sealed record Permission(string Scope, string Because)
{
    /// <summary>It may change things, not only read them.</summary>
    public bool Writes { get; init; }

    /// <summary>Reads.</summary>
    public static Permission Read(string scope, string because) => new(scope, because);

    /// <summary>Changes.</summary>
    public static Permission Write(string scope, string because) => new(scope, because) { Writes = true };
}
