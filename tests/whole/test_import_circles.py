"""No module imports itself by way of others, imports inside of functions included."""

from __future__ import annotations

import grimp
import networkx
import pytest


@pytest.mark.slow
def test_no_module_imports_itself_by_way_of_others() -> None:
    graph = grimp.build_graph("scenewright", exclude_type_checking_imports=True, cache_dir=None)
    imports = networkx.DiGraph(
        (module, other) for module in graph.modules for other in graph.find_modules_directly_imported_by(module)
    )
    circles = [sorted(c) for c in networkx.strongly_connected_components(imports) if len(c) > 1]
    assert circles == []
