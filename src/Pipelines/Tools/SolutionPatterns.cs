using System.Text.RegularExpressions;

namespace Pipelines.Tools;

/// <summary>Finds projects by patterns.</summary>
public static class SolutionPatterns
{
    /// <summary>Projects whose names match a pattern such as <c>*.Tests</c>; <c>*</c> is any text.</summary>
    public static IEnumerable<SolutionProject> GetAllProjects(this Solution solution, string pattern)
    {
        var names = new Regex($"^{Regex.Escape(pattern).Replace(@"\*", ".*", StringComparison.Ordinal)}$", RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(1));
        return solution.AllProjects.Where(project => names.IsMatch(project.Name));
    }
}
