using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Pipelines.Tools;

namespace Pipelines.Nuke;

/// <summary>Small words that NUKE's build classes use.</summary>
public static class Extensions
{
    extension<T>(ImmutableArray<T> items)
    {
        /// <summary>How many: NUKE gives collections where we give arrays.</summary>
        public int Count => items.Length;
    }

    /// <summary>Such as <c>net10.0</c>.</summary>
    public static ImmutableArray<string> GetTargetFrameworks(this SolutionProject project) => project.TargetFrameworks;

    /// <summary>Does something with each item, in order.</summary>
    public static void ForEach<T>(this IEnumerable<T> items, Action<T> action)
    {
        foreach (var item in items)
        {
            action(item);
        }
    }

    /// <summary>The function's answer when the condition holds, else the value itself: <c>_ => _.When(IsServerBuild, _ => _.DependsOn(Lint))</c>.</summary>
    public static T When<T>(this T value, bool condition, Func<T, T> change) => condition ? change(value) : value;

    /// <summary>The function's answer when there is something, else the value itself.</summary>
    public static T WhenNotNull<T, TOther>(this T value, TOther? other, Func<T, TOther, T> change)
        where TOther : class => other is null ? value : change(value, other);

    /// <summary>The value, or an error that names it when there is none.</summary>
    /// <exception cref="DefinitionException">The value is null.</exception>
    public static T NotNull<T>(this T? value, string? message = null, [CallerArgumentExpression(nameof(value))] string? text = null)
        where T : class => value ?? throw new DefinitionException(message ?? $"'{text}' has no value.");
}
