using System.Reflection;

namespace Pipelines.Graph;

/// <summary>A target of a build class before its definition is read.</summary>
internal sealed record FoundTarget(string Name, MethodInfo Getter, Delegate Target);
