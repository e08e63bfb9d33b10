namespace Pipelines.Execution.Caching;

/// <summary>What a part of a target's state is.</summary>
internal enum StateKind
{
    /// <summary>A file that the target reads.</summary>
    Input,

    /// <summary>A value that it declares.</summary>
    Value,

    /// <summary>A target that runs before it.</summary>
    Dependency,

    /// <summary>What its definition says of inputs and outputs.</summary>
    Definition,

    /// <summary>The compiled build with all it calls.</summary>
    Code,
}
