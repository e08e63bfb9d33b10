namespace Pipelines.Graph;

/// <summary>A definition of either kind, to which targets are applied.</summary>
internal interface IDefinition
{
    void Apply(Delegate target);
}
