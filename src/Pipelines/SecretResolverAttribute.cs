using System.Collections.Immutable;

namespace Pipelines;

/// <summary>
/// The program that finds secrets by reference: with <c>[SecretResolver("vault", "vault", "read", "-field=value", "{path}")]</c> on the build class,
/// the secret <c>vault://kv/shop</c> is what <c>vault read -field=value kv/shop</c> prints. No shell is involved. <c>op</c> is there unless redefined.
/// </summary>
/// <param name="scheme">What stands before <c>://</c>.</param>
/// <param name="program">A name on the PATH, or a path from the root.</param>
/// <param name="arguments"><c>{reference}</c> stands for the whole reference, <c>{path}</c> for what follows <c>://</c>.</param>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true)]
#pragma warning disable CA1019 // An accessor of the type of the argument would be an array, which anyone can change.
public sealed class SecretResolverAttribute(string scheme, string program, params string[] arguments) : Attribute
#pragma warning restore CA1019
{
    /// <summary>What stands before <c>://</c>.</summary>
    public string Scheme => scheme;

    /// <summary>A name on the PATH, or a path from the root.</summary>
    public string Program => program;

    /// <summary>As the program gets them, with their placeholders.</summary>
    public ImmutableArray<string> Arguments { get; } = [.. arguments];

    /// <summary>Seconds until the program is stopped; 30 unless set.</summary>
    public int TimeoutSeconds { get; init; } = 30;
}
