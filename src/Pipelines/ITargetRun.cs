namespace Pipelines;

/// <summary>What the work of a target sees of the run it is part of.</summary>
public interface ITargetRun
{
    /// <summary>Name of the running target.</summary>
    string Target { get; }

    /// <summary>How much is done at the same time, as <c>--parallel</c> says.</summary>
    int Parallel { get; }

    /// <summary>Where a query target (see <see cref="ITargetVocabulary{TSelf}.Answers"/>) writes; masked like every other sink.</summary>
    TextWriter Output { get; }

    /// <summary>The result of a target that this one depends on.</summary>
    /// <exception cref="DefinitionException">This target does not depend on <paramref name="target"/>: add <c>DependsOn</c>.</exception>
    TResult Result<TResult>(Target<TResult> target);

    /// <summary>Shows text beside the target while it runs on a terminal (several lines are fine) in place of the text before; other hosts do not show it.</summary>
    void Status(string text);

    /// <summary>Does not remember this success, so that the target runs again also when its inputs have not changed.</summary>
    /// <param name="reason">What the inputs do not tell, such as <c>3 tests were skipped</c>; for the log.</param>
    void RunAgain(string reason);

    /// <summary>Adds a figure to this target's line in the summary, such as <c>Tests: 120 passed</c>.</summary>
    void Summary(string name, string value);

    /// <summary>Adds lines under a heading to the summary page of the job, such as the plan of a deployment; one that is said again takes the place of the one before. Other hosts do not show it.</summary>
    void Detail(string heading, IEnumerable<string> lines);
}
