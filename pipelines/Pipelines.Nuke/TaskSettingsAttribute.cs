namespace Pipelines.Nuke;

/// <summary>The compiler writes the setters of a record of settings, and the task that runs it.</summary>
/// <param name="tasks">Name of the class that gets the task, such as <c>DotNetTasks</c>.</param>
[AttributeUsage(AttributeTargets.Class)]
public sealed class TaskSettingsAttribute(string tasks) : Attribute
{
    /// <summary>Name of the class that gets the task.</summary>
    public string Tasks => tasks;
}
