"""Certify a scene with its bodies at other poses, without writing a program text."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from scenewright.scene.asset_provider import AssetProvider
from scenewright.scene.geometry import pose_matrices
from scenewright.scene.layout.certificate import Certificate, certify
from scenewright.scene.layout.certify import ViolationKind
from scenewright.scene.layout.changes import owners_of
from scenewright.scene.layout.joining import joined_bodies
from scenewright.scene.layout.model import Problem
from scenewright.scene.model import FloatArray, Scene

__all__ = ["PosedScene"]


class PosedScene:
    """A scene whose bodies can be put at other poses and certified there."""

    def __init__(self, scene: Scene, problem: Problem, provider: AssetProvider | None) -> None:
        self.scene, self.problem, self.provider = scene, problem, provider
        self.owner = owners_of(scene, problem.bodies.row)

    def at(self, poses: FloatArray) -> Scene:
        """The scene with its bodies at poses (N, 4)."""
        bodies = self.problem.bodies
        motion = pose_matrices(poses) @ np.linalg.inv(pose_matrices(bodies.initial))
        # poses are relative to the ground plane; a turn about the vertical and a shift are the same in the world frame
        world = self.scene.world_from_local.copy()
        owned = self.owner >= 0
        world[owned] = motion[self.owner[owned]] @ world[owned]
        parent = self.scene.nodes.parent
        local = world.copy()
        below = np.flatnonzero(parent >= 0)
        local[below] = np.linalg.inv(world[parent[below]]) @ world[below]
        return replace(self.scene, nodes=replace(self.scene.nodes, parent_from_local=local))

    def certificate(self, poses: FloatArray) -> Certificate:
        """The certificate of the scene at poses (N, 4)."""
        bodies = self.problem.bodies
        changed = np.abs(poses - bodies.initial).max(initial=0.0) > 1e-12
        scene = self.at(poses) if changed else self.scene
        problem = replace(self.problem, bodies=replace(bodies, initial=poses))
        certificate = certify(scene, provider=self.provider, problem=problem)
        if changed and certificate.of_kind(ViolationKind.SUPPORT):
            # a body that moved to a board or a rail is joined with it now, as when the new text is read
            joined = joined_bodies(scene, problem, provider=self.provider)
            if joined != self.problem.joined:
                certificate = certify(scene, provider=self.provider, problem=replace(problem, joined=joined))
        return certificate
