using System.Collections.Immutable;

namespace Pipelines.Forges.GitHub;

/// <param name="Title">In a few words.</param>
/// <param name="Summary">Markdown.</param>
/// <param name="Annotations">At most 50.</param>
internal sealed record GitHubCheckOutput(string Title, string Summary, ImmutableArray<GitHubAnnotation> Annotations);
