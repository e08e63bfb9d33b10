using System.Collections.Immutable;

namespace Pipelines.Delivery.Releases;

/// <summary>A release with what a platform needs once to take it in: the files and the values of its secrets. Never written to a journal or ledger.</summary>
/// <param name="Release">What is delivered.</param>
/// <param name="Folder">The published files.</param>
/// <param name="Secrets">Values of the secret variables, by name.</param>
public sealed record ReleaseContent(Release Release, AbsolutePath Folder, ImmutableSortedDictionary<string, Secret> Secrets);
