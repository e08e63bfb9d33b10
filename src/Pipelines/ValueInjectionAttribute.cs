using System.Reflection;

namespace Pipelines;

/// <summary>Gives a member of a build class its value when the class is made, or one of a component by <c>TryGetValue(() => Member)</c>.</summary>
[AttributeUsage(AttributeTargets.Field | AttributeTargets.Property)]
public abstract class ValueInjectionAttribute : Attribute
{
    /// <summary>The value, asked for once in a run. Every run asks, <c>--help</c> too: let the value do what takes time when it is first used.</summary>
    /// <param name="member">The member that carries the attribute.</param>
    /// <param name="build">The build that has the member.</param>
    public abstract object? GetValue(MemberInfo member, IPipelineBuild build);
}
