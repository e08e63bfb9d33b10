namespace Pipelines.Ci.Checks;

/// <summary>A value and where it is used.</summary>
internal sealed record PlacedExpr(Expr Value, ExprPlace Place);
